#!/usr/bin/python3
"""Bundles what the browser fetches, and turns it into one C++ file for the server.

    bundle.py FOLDER FILE…      writes FOLDER/files/* and FOLDER/embedded_files.cpp
    bundle.py --empty FOLDER    writes only an empty table
    bundle.py --budget FOLDER   a test: fails if the browser has more to download than we allow

Every file but the HTML gets a name with a hash of its content ("/static/app.1a2b3c4d.css"), and every
file is compressed beforehand. In .html, .css and .webmanifest files a word like @STAFF_JS@ is replaced by
the address of staff.js, @STAFF_WASM_SIZE@ by the size of staff.wasm, and @BUILD_ID@ by a hash of it all.
What several pages share is a file of a folder called pieces: @NOTICES_HTML@ stands for the text of notices.html.
The table is declared in backend/http/embedded_files.hpp.
"""
import gzip
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".wasm": "application/wasm",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}
TEXT = {".html", ".css", ".webmanifest"}
# Later ones may name earlier ones, never the other way round.
ORDER = [".otf", ".ttf", ".png", ".svg", ".ico", ".txt", ".wasm", ".js", ".webmanifest", ".css", ".html"]

# Compressed bytes of each page: program and script, fonts and icons. The promise to people on slow lines.
BUDGET = {
    "index.html": {"program": 500_000, "fonts": 250_000},
    "portal.html": {"program": 400_000, "fonts": 150_000},
}


def digest(data):
    return hashlib.sha256(data).hexdigest()


def placeholder(name):
    return re.sub(r"[^A-Za-z0-9]", "_", name).upper()


def css_smaller(text):
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"


def js_smaller(source, whole):
    """A third less to download: no comments, short names of variables. For reading, the sources are in the repository.
    A `whole` script shares nothing but Module with the others: what nobody in it uses goes, too."""
    # Debian's module path is only known to Debian's own node.
    environment = {**os.environ, "NODE_PATH": "/usr/share/nodejs"}
    options = ["passes=3,toplevel", "--mangle", "toplevel,reserved=[Module]"] if whole else ["passes=2", "--mangle"]
    command = ["terser", str(source), "--ecma", "2020", "--compress", *options]
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE).stdout


def collect(sources):
    """Reads all files in an order that lets each know the addresses of those it names."""
    words, files = {}, []
    pieces = {f"@{placeholder(path.name)}@": path.read_text(encoding="utf-8").rstrip("\n")
              for path in sources if path.parent.name == "pieces"}
    sources = [path for path in sources if path.parent.name != "pieces"]
    sources = sorted(sources, key=lambda path: (ORDER.index(path.suffix), path.name))
    for source in sources:
        data = source.read_bytes()
        if source.suffix == ".js":
            # A program's script names its own wasm.
            own = [(f["name"], f["path"]) for f in files if f["name"] == f"{source.stem}.wasm"]
            data = js_smaller(source, whole=bool(own))
            for name, address in own:
                data = data.replace(f'"{name}"'.encode(), f'"{address.split("/")[-1]}"'.encode())
        if source.suffix in TEXT:
            text = data.decode("utf-8")
            if source.suffix == ".css":
                text = css_smaller(text)
            if source.suffix == ".html":
                for name, piece in pieces.items():
                    text = text.replace(name, piece)
                words["BUILD_ID"] = digest("".join(f["path"] for f in files).encode() + text.encode("utf-8"))[:16]

            def word(match):
                if match[1] not in words:
                    sys.exit(f"{source}: @{match[1]}@ names no file of the bundle ({', '.join(sorted(words))})")
                return words[match[1]]

            data = re.sub(r"@([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)@", word, text).encode("utf-8")
        is_page = source.suffix == ".html"
        name = source.name if is_page else f"{source.stem}.{digest(data)[:8]}{source.suffix}"
        path = f"/{name}" if is_page else f"/static/{name}"
        files.append({"name": source.name, "suffix": source.suffix, "path": path, "data": data, "immutable": not is_page})
        words[placeholder(source.name)] = path
        words[placeholder(source.name) + "_SIZE"] = str(len(data))
    return sorted(files, key=lambda file: file["path"]), words.get("BUILD_ID", "none")


def compressed(file):
    import brotli

    data = file["data"]
    text = brotli.MODE_FONT if file["suffix"] in (".otf", ".ttf") else brotli.MODE_GENERIC
    # Which window and block are best depends on the data (half a kilobyte of the program): the smallest wins.
    tried = [brotli.compress(data, mode=text, quality=11, lgwin=window, lgblock=block) for window, block in ((22, 0), (22, 16), (20, 16))]
    forms = {"br": min(tried, key=len), "gz": gzip.compress(data, 9, mtime=0)}
    return {kind: form for kind, form in forms.items() if len(form) < len(data)}


def write_files(folder, files):
    folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor() as pool:
        for file, forms in zip(files, pool.map(compressed, files)):
            forms = {"raw": file["data"], **forms}
            for kind, data in forms.items():
                # The whole name is new when the content is: that is what makes the C++ file change.
                path = folder / f"{digest(data)[:16]}.{kind}"
                if not path.exists():
                    path.write_bytes(data)
                file[kind] = (path, len(data))
    wanted = {file[kind][0] for file in files for kind in ("raw", "br", "gz") if kind in file}
    for path in folder.iterdir():
        if path not in wanted:
            path.unlink()


def cpp(files, build_id):
    blobs, externs, rows = [], [], []
    for number, file in enumerate(files):
        views = []
        for kind in ("raw", "br", "gz"):
            if kind not in file:
                views.append('""')
                continue
            path, size = file[kind]
            label = f"carnet_web_{number}_{kind}"
            blobs.append(f'    ".balign 16\\n{label}:\\n.incbin \\"{path}\\"\\n"\n')
            externs.append(f"extern const char {label}[];\n")
            views.append(f"{{{label}, {size}}}")
        etag = digest(file["data"])[:16]
        content_type = TYPES[file["suffix"]]
        flag = "true" if file["immutable"] else "false"
        rows.append(f'    {{"{file["path"]}", "{content_type}", {", ".join(views)}, "\\"{etag}\\"", {flag}}},\n')
    data = (f'__asm__(\n    ".pushsection .rodata\\n"\n{"".join(blobs)}    ".popsection\\n");\n'
            f'extern "C" {{\n{"".join(externs)}}}\n\n') if blobs else ""
    return (
        "// Generated by web/build/bundle.py.\n"
        '#include "backend/http/embedded_files.hpp"\n\n#include <array>\n\n'
        f"{data}namespace carnet {{\n\n"
        "std::span<const EmbeddedFile> embedded_files() {\n"
        f"    static const std::array<EmbeddedFile, {len(rows)}> files{{{{\n{''.join(rows)}    }}}};\n"
        "    return files;\n}\n\n"
        f'std::string_view embedded_build_id() {{ return "{build_id}"; }}\n\n'
        "} // namespace carnet\n"
    )


def report(files):
    """Prints the sizes, and returns what a first visit of each page downloads: the files it names."""
    for file in files:
        size = file.get("br", file["raw"])[1]
        print(f'  {file["path"]:<36} {len(file["data"]):>9,} bytes, {size:>8,} brotli')
    totals = {}
    for page in (file for file in files if file["suffix"] == ".html"):
        total = totals[page["name"]] = {"program": 0, "fonts": 0}
        for file in files:
            if file["path"].encode() not in page["data"]:
                continue
            kind = {".otf": "fonts", ".ttf": "fonts", ".wasm": "program", ".js": "program"}.get(file["suffix"])
            if kind:
                total[kind] += file.get("br", file["raw"])[1]
        print(f'  {page["name"]} to download: program {total["program"]:,}, fonts and icons {total["fonts"]:,} bytes')
    return totals


def check_budget(folder):
    totals = json.loads((folder / "sizes.json").read_text(encoding="utf-8"))
    over = []
    for page, limits in BUDGET.items():
        for name, limit in limits.items():
            print(f"{page}, {name}: {totals[page][name]:,} of {limit:,} bytes")
            if totals[page][name] > limit:
                over.append(f"{page} {name}")
    sys.exit(f"over budget: {', '.join(over)}" if over else 0)


def main(arguments):
    if arguments[0] == "--budget":
        check_budget(pathlib.Path(arguments[1]))
    elif arguments[0] == "--empty":
        folder, files, build_id = pathlib.Path(arguments[1]), [], "none"
        folder.mkdir(parents=True, exist_ok=True)
    else:
        folder = pathlib.Path(arguments[0])
        files, build_id = collect([pathlib.Path(name) for name in arguments[1:]])
        write_files(folder / "files", files)
        (folder / "sizes.json").write_text(json.dumps(report(files)), encoding="utf-8")
    (folder / "embedded_files.cpp").write_text(cpp(files, build_id), encoding="utf-8")


main(sys.argv[1:])
