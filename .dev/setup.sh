# Set-up of a fresh machine: Debian packages, pinned sources, npm packages. Sourced by ./dev.
# Everything is checked first, so that a machine that has it all loses well under a second here.

PACKAGES_RUN=(g++ cmake ninja-build pkg-config python3 python3-fonttools python3-brotli fonts-inter fonts-dejavu-core
    ca-certificates xz-utils libsqlite3-dev nlohmann-json3-dev libsodium-dev libutf8proc-dev
    libxlsxwriter-dev libbrotli-dev zlib1g-dev libssl-dev libcurl4-openssl-dev libhpdf-dev terser)
PACKAGES_TEST=(doctest-dev chromium)
PACKAGES_CHECK=(clang-format-14 clang-tidy-14)
PACKAGES_FUZZ=(clang libclang-rt-14-dev)

TABLER_VERSION=3.49.0
TABLER_SHA256=48c69c65a5f9013d482a17cab8899a09dcaec50750d1ac7324eb63a061fffb82

say() { printf '\033[1m▸ %s\033[0m\n' "$*"; }
die() { printf '\n✗ %s\n' "$*" >&2; exit 1; }

# True when version $1 is at least version $2.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else die "Debian packages are missing ($MISSING): run ./dev as root, or install sudo."; fi
}

emcc_is_recent_enough() {
    local path version
    path=$(command -v emcc) || return 1
    if [ "$path" = /usr/bin/emcc ]; then version=$(dpkg-query -W -f '${Version}' emscripten 2>/dev/null || true)
    else version=$(emcc --version 2>/dev/null | sed -n '1s/.* \([0-9][0-9.]*\).*/\1/p'); fi
    version=${version%%[~+-]*}
    [ -n "$version" ] && at_least "$version" "$(cat emsdk-version.txt)"
}

install_packages() {
    local wanted=("$@") installed
    command -v node >/dev/null || wanted+=(nodejs)
    command -v npm >/dev/null || wanted+=(npm)
    emcc_is_recent_enough || wanted+=(emscripten)
    command -v dpkg-query >/dev/null ||
        die "This is not Debian: install ${wanted[*]} by hand (see .dev/setup.sh)."
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "${wanted[@]}" 2>/dev/null |
        sed -n 's/^ii *//p' || true)
    MISSING=$(comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) <(sort -u <<<"$installed") | xargs)
    [ -z "$MISSING" ] && return
    say "Installing Debian packages: $MISSING"
    as_root apt-get -q update ||
        die "apt-get update failed: check this machine's network and its apt sources."
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $MISSING ||
        die "apt-get could not install: $MISSING"
    emcc_is_recent_enough ||
        die "Emscripten $(cat emsdk-version.txt) or later is needed; put a newer emcc on PATH (emsdk install $(cat emsdk-version.txt))."
}

# The address of the Debian mirror that this machine itself uses.
debian_mirror() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
        sed -nE 's/^URIs:[[:space:]]*//p; s/^deb (\[[^]]*\] )?([^ ]+) .*/\2/p' | tr ' ' '\n' |
        sed -nE '/\/debian\/?$/p' | head -n 1
}

# apt with lists and sources of its own, so that the machine's configuration stays as it is.
private_apt() {
    local command=$1; shift
    "$command" -o Dir::Etc::sourcelist="$APT_HOME/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$APT_HOME/lists" -o Dir::Cache="$APT_HOME/cache" \
        -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User= "$@"
}

prepare_private_apt() {
    local mirror suite key=/usr/share/keyrings/debian-archive-keyring.gpg
    [ -e "$APT_HOME/ready" ] && return
    mirror=$(debian_mirror)
    [ -n "$mirror" ] || return 1
    rm -rf "$APT_HOME"; mkdir -p "$APT_HOME/lists/partial" "$APT_HOME/cache/archives/partial"
    for suite in forky sid trixie-backports trixie bookworm; do
        # One list per suite would stop at the first suite a mirror has not; apt goes on by itself.
        echo "deb-src [signed-by=$key] $mirror $suite main"
    done >"$APT_HOME/sources.list"
    private_apt apt-get -qq update >"$APT_HOME/log" 2>&1 || true
    touch "$APT_HOME/ready"
}

# Downloads the original source file of a Debian source package: from_debian PACKAGE UPSTREAM_VERSION SHA256 TO
from_debian() {
    local package=$1 upstream=$2 sha=$3 to=$4 version file
    prepare_private_apt || return 1
    for version in $(private_apt apt-cache madison "$package" 2>/dev/null | awk '{print $3}' | sort -u); do
        [ "${version%-*}" = "$upstream" ] || continue
        (cd "$APT_HOME" && rm -f ./*.orig.tar.* && private_apt apt-get -qq source --download-only "$package=$version") \
            >>"$APT_HOME/log" 2>&1 || continue
        for file in "$APT_HOME"/*.orig.tar.*; do
            if echo "$sha  $file" | sha256sum --check --status 2>/dev/null; then mv "$file" "$to"; return 0; fi
        done
    done
    return 1
}

# fetch_source NAME VERSION PACKAGE UPSTREAM SHA256 REPOSITORY TAG COMMIT
fetch_source() {
    local name=$1 version=$2 package=$3 upstream=$4 sha=$5 repository=$6 tag=$7 commit=$8
    local folder=$DEPS/$name-$version part=$DEPS/.part-$name.$$
    [ -e "$folder/.complete" ] && return
    say "Fetching the source of $name $version"
    rm -rf "$folder" "$part"; mkdir -p "$part"
    if from_debian "$package" "$upstream" "$sha" "$part/source.tar"; then
        tar -xf "$part/source.tar" -C "$part" --strip-components 1 && rm "$part/source.tar"
    elif command -v git >/dev/null &&
        git clone -q --depth 1 --branch "$tag" "$repository" "$part/clone" 2>>"$DEPS/log"; then
        [ "$(git -C "$part/clone" rev-parse HEAD)" = "$commit" ] ||
            die "The tag $tag of $repository is not the pinned commit $commit: refusing to build from it."
        mv "$part/clone"/* "$part/"; rm -rf "$part/clone"
    else
        die "The source of $name $version was found neither as Debian source package $package=$upstream-* (suites forky, sid, trixie-backports, trixie, bookworm of this machine's mirror) nor at $repository tag $tag: check the network and run ./dev again."
    fi
    touch "$part/.complete"; mv "$part" "$folder"
}

fetch_icons() {
    local folder=$DEPS/tabler-$TABLER_VERSION part=$DEPS/.part-tabler.$$
    [ -e "$folder/.complete" ] && return
    say "Fetching the icon fonts (npm package @tabler/icons-webfont $TABLER_VERSION)"
    rm -rf "$folder" "$part"; mkdir -p "$part"
    (cd "$part" && npm pack --silent "@tabler/icons-webfont@$TABLER_VERSION" >/dev/null 2>>"$DEPS/log") ||
        die "npm could not download @tabler/icons-webfont@$TABLER_VERSION: check the network (details in $DEPS/log)."
    echo "$TABLER_SHA256  $(echo "$part"/*.tgz)" | sha256sum --check --status ||
        die "The npm package @tabler/icons-webfont $TABLER_VERSION is not the pinned one (SHA-256 differs)."
    tar -xzf "$part"/*.tgz -C "$part" --strip-components 3 --wildcards 'package/dist/fonts/*.ttf'
    rm "$part"/*.tgz; touch "$part/.complete"; mv "$part" "$folder"
}

fetch_sources() {
    local line
    APT_HOME=$DEPS/apt
    mkdir -p "$DEPS"
    while read -r line; do
        # shellcheck disable=SC2086
        [[ -z $line || $line = \#* ]] || fetch_source $line
    done <.dev/sources.txt
    fetch_icons
    rm -rf "$APT_HOME"
}

fetch_browser_driver() {
    [ -e tests/browser/package-lock.json ] || return 0
    if ! cmp -s tests/browser/package-lock.json tests/browser/node_modules/.carnet-lock; then
        say "Installing the browser driver (npm ci in tests/browser)"
        (cd tests/browser && npm ci --silent --no-audit --no-fund) ||
            die "npm ci failed in tests/browser: check the network and run ./dev again."
        cp tests/browser/package-lock.json tests/browser/node_modules/.carnet-lock
    fi
}
