#!/usr/bin/python3
"""glue.py OUTPUT FILE… joins the scripts of web/glue into one.

Emscripten's own way (--pre-js) parses them with an optimizer that does not know today's JavaScript.
"""
import pathlib
import sys

output, *sources = sys.argv[1:]
joined = "'use strict';\n" + "\n".join(pathlib.Path(source).read_text(encoding="utf-8") for source in sources) + "\n"
pathlib.Path(output).write_text(joined, encoding="utf-8")
