#!/bin/sh
# Makes a checkout ready: packaging/setup.sh run | dev | artwork
# Installs missing system packages with apt where that is allowed (otherwise prints the one line to
# run), creates .venv and fills it from the hash-locked requirements. Does nothing the second time.
set -eu
cd "$(dirname "$0")/.."

what=${1:-run}
case $what in
    run) lock=requirements.lock ;;
    dev) lock=requirements-dev.lock ;;
    artwork) lock=requirements-artwork.lock ;;
    *) echo "usage: packaging/setup.sh run|dev|artwork" >&2; exit 2 ;;
esac
venv=.venv
size='90 MB'
newest=14
if [ "$what" = artwork ]; then
    venv=.venv-artwork
    size='400 MB'
    # The lock holds torch for processors alone, and that build, on Linux, for 3.11 alone.
    [ "$(uname -s)" != Linux ] || newest=11
fi
suits="import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, $newest))"

say() {
    printf '%s\n%s\n' "$1" "$2" >&2
}

# The first interpreter that is new enough and can make environments; a version manager's shim of
# an interpreter that is not active fails the first test. A Debian Python without ensurepip is
# kept as $bare: its -venv package mends it.
find_python() {
    python=
    bare=
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        "$name" -c "$suits" >/dev/null 2>&1 || continue
        if "$name" -c 'import ctypes, ensurepip, venv' >/dev/null 2>&1; then
            python=$name
            return
        fi
        [ -n "$bare" ] || bare=$name
    done
}

missing_packages() {
    if [ "$(uname -s)" != Linux ]; then
        return
    fi
    if [ -z "$python" ]; then
        "$bare" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
        # Without ctypes the libraries cannot be asked for: take them all.
        "$bare" - <<'END' 2>/dev/null || sed -n 's/.*Library("[^"]*", "\([^"]*\)").*/\1/p' massage_trainer/launcher.py
import ctypes
from massage_trainer.launcher import LinuxMachine, missing_packages
print(*missing_packages(LinuxMachine()), sep="\n")
END
    else
        "$python" -c 'from massage_trainer.launcher import LinuxMachine, missing_packages
print(*missing_packages(LinuxMachine()), sep="\n")'
    fi
    if [ "$what" != run ]; then
        command -v Xvfb >/dev/null 2>&1 || echo xvfb
        command -v xauth >/dev/null 2>&1 || echo xauth
        # It would push a desktop's PipeWire out; there the tests that need it skip themselves.
        command -v pulseaudio >/dev/null 2>&1 || command -v pipewire-pulse >/dev/null 2>&1 || echo pulseaudio
        command -v parec >/dev/null 2>&1 || echo pulseaudio-utils
    fi
}

# shellcheck disable=SC2086 # the commands and packages are lists of words
apt_install() {
    packages=$*
    line="apt-get install -y --no-install-recommends $packages"
    if ! command -v apt-get >/dev/null 2>&1; then
        say "Hãy cài các gói hệ thống sau (tên gói của Debian) rồi chạy lại: $packages" \
            "Please install these system packages (names as in Debian) and run again: $packages"
        exit 1
    fi
    if [ "$(id -u)" = 0 ]; then
        sudo=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        sudo='sudo -n'
    else
        say "Cần quyền quản trị để cài các gói hệ thống; hãy chạy dòng sau rồi chạy lại lệnh này:" \
            "System packages need an administrator; run this line, then run this command again:"
        printf '    sudo apt-get update && sudo %s\n' "$line" >&2
        exit 1
    fi
    say "Đang cài các gói hệ thống: $packages" "Installing system packages: $packages"
    quiet='env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120'
    install="$sudo $quiet install -y --no-install-recommends $packages"
    # A fresh system has no package lists and an old one outdated lists: fetch them and try again.
    if ! $install >/dev/null 2>&1; then
        if ! { $sudo $quiet update >&2 && $install >/dev/null; }; then
            say "Không cài được; hãy kiểm tra mạng rồi chạy:" "That failed; check the network and run:"
            printf '    sudo apt-get update && sudo %s\n' "$line" >&2
            exit 1
        fi
    fi
}

find_python
if [ -z "$python$bare" ]; then
    say "Cần Python từ 3.11 đến 3.$newest; hãy cài, ví dụ: sudo apt-get install python3" \
        "Python 3.11 to 3.$newest is needed; install it, for example: sudo apt-get install python3"
    exit 1
fi
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
packages=$(missing_packages | sort -u | tr '\n' ' ')
packages=${packages% }
if [ -n "$packages" ]; then
    # shellcheck disable=SC2086 # one word per package
    apt_install $packages
    find_python
fi
unset PYTHONDONTWRITEBYTECODE

if [ -z "$python" ]; then
    say "Python này không tạo được môi trường ảo (thiếu venv): $bare" \
        "This Python cannot create a virtual environment (venv is missing): $bare"
    exit 1
fi

if ! $venv/bin/python -c "$suits" >/dev/null 2>&1 || ! $venv/bin/python -m pip --version >/dev/null 2>&1; then
    "$python" -m venv --clear $venv
fi

stamp=$venv/installed-$what
wanted=$(cksum <$lock)
if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
    exit 0
fi
say "Đang cài các gói Python vào $venv (lần đầu tải khoảng $size)" \
    "Installing Python packages into $venv (the first time downloads about $size)"
pip() {
    $venv/bin/python -m pip --disable-pip-version-check --no-input -q "$@"
}
install_locked() {
    # The lock is complete; without looking at dependencies pip cannot add what was left out of it.
    pip install --no-deps --only-binary :all: --require-hashes -r $lock
}
# An old pip may not know the newest wheel tags: renew it once and try again.
install_locked || { pip install --upgrade pip && install_locked; }

# The Python half of Qt's binding is stored inside its library and compiled at every start unless it
# was written out once; this saves 30 ms per start.
SBK_EMBED=0 $venv/bin/python -c 'import PySide6.QtCore' >/dev/null 2>&1 || true

if [ "$what" = dev ]; then
    # The wheel's test installs from these files, without a network.
    pip download --only-binary :all: --require-hashes -r requirements.lock -d $venv/wheels
    cksum <requirements.lock >$venv/installed-run
fi
printf '%s\n' "$wanted" >"$stamp"
