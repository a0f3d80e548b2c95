#!/usr/bin/python3
"""glue.py OUTPUT FILE… joins the scripts of web/glue into one, without indentation and comment lines.

Emscripten's own way (--pre-js) parses them with an optimizer that does not know today's JavaScript. Template texts over
several lines would lose their indentation: there are none.
"""
import pathlib
import sys


def smaller(text):
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


output, *sources = sys.argv[1:]
joined = "'use strict';\n" + "\n".join(smaller(pathlib.Path(source).read_text(encoding="utf-8")) for source in sources) + "\n"
pathlib.Path(output).write_text(joined, encoding="utf-8")
