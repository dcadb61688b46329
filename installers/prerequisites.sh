# shellcheck shell=bash
# What ./run, ./test and the installers share: find or install what Parallax needs, build it, start it.
# Sourced, after `home` was set to the root of the checkout.

target=${home:?}/target
log=$target/setup.log

say() { printf 'parallax: %s\n' "$*" >&2; }

# Ends with the exit code that means "the environment": what happened, then what to do.
stop() {
    say "$@"
    exit 3
}

# Maven's error lines, if there are any, without its advice on how to run Maven.
errors() { grep -E '^\[ERROR\] .' "$1" | grep -vE 'Help 1|Re-run Maven|full stack trace|more information|See ' | head -n 30 >&2; }

# Runs one stage quietly; on failure shows the errors in its log, or its end.
stage() {
    local title=$1 stage_log=$2
    shift 2
    say "$title"
    mkdir -p "$(dirname "$stage_log")"
    if ! ("$@") >"$stage_log" 2>&1; then
        errors "$stage_log" || tail -n 20 "$stage_log" >&2
        say "failed: $title (everything it said: $stage_log)"
        return 1
    fi
}

# ---- packages ----

missing=()

have() { command -v "$1" >/dev/null 2>&1; }

have_library() {
    local ldconfig
    ldconfig=$(command -v ldconfig || echo /sbin/ldconfig)
    "$ldconfig" -p 2>/dev/null | grep -F "$1" >/dev/null
}

on_linux() { [ "$(uname -s)" = Linux ]; }

need_library() { ! on_linux || have_library "$1" || missing+=("$2"); }

need_maven() { have mvn || missing+=(maven); }

need_npm() { have npm || missing+=(npm); }

need_browser() {
    local browser
    for browser in google-chrome google-chrome-stable microsoft-edge microsoft-edge-stable chromium chromium-browser; do
        have "$browser" && return
    done
    for browser in /opt/google/chrome/chrome /opt/microsoft/msedge/msedge \
        "/Applications/Google Chrome.app" "/Applications/Microsoft Edge.app" "/Applications/Chromium.app"; do
        [ -e "$browser" ] && return
    done
    missing+=(chromium)
}

# JavaFX draws text with Pango, with or without a display, and refuses to start without any font.
need_text() {
    need_library libpangoft2-1.0.so.0 libpangoft2-1.0-0
    on_linux || return 0
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts ~/.fonts ~/.local/share/fonts \
        \( -name '*.ttf' -o -name '*.otf' \) 2>/dev/null | head -n 1)" ] || missing+=(fonts-dejavu-core)
}

need_window() {
    need_text
    need_library libgtk-3.so.0 libgtk-3-0
    need_library libXxf86vm.so.1 libxxf86vm1
    need_library libGL.so.1 libgl1
    need_library libXtst.so.6 libxtst6
}

need_xvfb() { have Xvfb || missing+=(xvfb); }

may_install() { have apt-get && { [ "$(id -u)" = 0 ] || { [ "${CI:-}" = true ] && sudo -n true 2>/dev/null; }; }; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# One by one, so that a package unknown here does not keep the others away.
apt_install() {
    local package failed=0
    as_root apt-get update -q || failed=1
    for package in "$@"; do
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$package" || failed=1
    done
    return "$failed"
}

# The command a person would type for the missing packages.
install_command() {
    if have apt-get; then
        echo "sudo apt-get install -y $*"
    elif [ "$(uname -s)" = Darwin ]; then
        echo "brew install $*"
    else
        echo "install with your package manager: $*"
    fi
}

# Installs what the need_… calls before it found missing, or says how to; goes on in any case.
install_missing() {
    [ ${#missing[@]} -gt 0 ] || return 0
    if may_install; then
        stage "installing ${missing[*]}" "$log" apt_install "${missing[@]}" ||
            say "going on without; to try by hand: $(install_command "${missing[@]}")"
    else
        say "missing: ${missing[*]}; to install: $(install_command "${missing[@]}")"
    fi
    missing=()
}

# ---- JDK ----

is_jdk_25() { [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release" 2>/dev/null; }

find_jdk() {
    local candidate
    for candidate in "${JAVA_HOME:-}" "${JAVA_HOME_25_X64:-}" /usr/lib/jvm/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home ~/.sdkman/candidates/java/* ~/.jdks/*; do
        if is_jdk_25 "$candidate"; then
            export JAVA_HOME=$candidate
            return
        fi
    done
    if have java; then
        candidate=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")
        is_jdk_25 "$candidate" && export JAVA_HOME=$candidate && return
    fi
    return 1
}

need_jdk() {
    find_jdk && return
    if may_install; then
        stage "installing JDK 25" "$log" apt_install openjdk-25-jdk ||
            stage "installing JDK 25 (Temurin)" "$log" apt_install temurin-25-jdk || true
        find_jdk && return
    fi
    stop "there is no JDK 25 here. Get it from https://adoptium.net/temurin/releases/?version=25" \
        "(or: $(install_command openjdk-25-jdk)), then set JAVA_HOME to its folder and try again."
}

# ---- build ----

# True when a source, or a folder that lost one, is newer than the last build.
is_stale() {
    [ -f "$target/parallax.jar" ] && [ -f "$target/build.stamp" ] || return 0
    local sources=("$home/pom.xml" "$home/src/main")
    [ -d "$home/assets" ] && sources+=("$home/assets")
    [ -n "$(find "${sources[@]}" -newer "$target/build.stamp" | head -n 1)" ]
}

# Maven and what it starts must not inherit the build lock: a process left behind would keep it.
maven() { (cd "$home" && mvn -B -ntp -Dstyle.color=never "$@" 9>&-); }

# Runs Maven, without jars of an older pom and so that a source edited meanwhile still counts as newer.
# The old jar is removed, not overwritten: a Parallax that is running keeps reading it.
package() {
    rm -f "$target/parallax.jar" "$target/parallax.aot"
    [ "$target/build.stamp" -nt "$home/pom.xml" ] || rm -rf "${target:?}/lib" "${target:?}/fx"
    touch "$target/build.started"
    maven "$@" && mv "$target/build.started" "$target/build.stamp" && train
}

# A command that passes through everything most commands need, in a home of its own, and through the one whose speed is
# looked at most: an import costs half a second less when its classes and the way they run are known (JEP 515).
training_home=$target/training
training_command=(rum import "$training_home/views.csv" --dataset training --workspace "$training_home/t.parallax" --json)

# Simulated page views, as an export has them.
training_views() {
    awk 'BEGIN {
        srand(7)
        print "timestamp,page,device,browser,os,country,connection,session,ttfb,fcp,lcp,cls,inp,dcl,load"
        for (i = 0; i < 20000; i++) {
            printf "2026-10-01T%02d:%02d:%02d.%03dZ,/shop/item-%d,", i / 1000, i / 17 % 60, i % 60, rand() * 1000, rand() * 500
            printf "%s,Chrome %d,Android %d,", rand() < 0.6 ? "mobile" : "desktop", 130 + rand() * 10, 12 + rand() * 4
            printf "A%c,4g,%08x%08x,", 65 + rand() * 26, rand() * 2 ^ 31, rand() * 2 ^ 31
            printf "%.1f,%.1f,%.1f,%.4f,", rand() * 900, 900 + rand() * 900, 1800 + rand() * 2000, rand() / 5
            printf "%s,%.1f,%.1f\n", rand() < 0.3 ? "" : int(rand() * 400), 1000 + rand() * 900, 2000 + rand() * 4000
        }
    }'
}

# Records once what a start loads and links (JEP 514), which halves the start of every later command.
train() {
    set_java_options ""
    rm -rf "$training_home"
    mkdir -p "$training_home"
    training_views >"$training_home/views.csv"
    PARALLAX_HOME=$training_home "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$target/parallax.aot" \
        "${java_options[@]}" dev.parallax.Main "${training_command[@]}" >"$target/training.log" 2>&1 ||
        rm -f "$target/parallax.aot"
}

# Runs its arguments while no other build of this checkout runs.
one_at_a_time() {
    mkdir -p "$target"
    (
        if have flock && ! flock -n 9; then
            say "waiting for another build"
            flock 9
        fi
        "$@"
    ) 9>"$target/build.lock"
}

build() {
    need_maven
    need_browser
    need_text
    install_missing
    have mvn || stop "Maven is not installed, and it builds Parallax: $(install_command maven)"
    stage "building (the first time fetches the libraries)" "$target/build.log" \
        package package -Dmaven.test.skip=true || exit 3
}

# Whoever waited for another build finds nothing left to do.
build_if_stale() { ! is_stale || one_at_a_time eval '! is_stale || build'; }

# ---- start ----

# What every start needs, also that of an installed Parallax. The virtual machine's own warnings go to standard error,
# so that --json output stays JSON.
runtime_options=(
    "--enable-native-access=javafx.graphics,ALL-UNNAMED"
    "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED" # ControlsFX
    -XX:+UseSerialGC # small heaps on few cores: charts follow a filter 15 ms sooner than with G1
    -Xlog:disable "-Xlog:all=warning,aot*=off,cds*=off:stderr"
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
)

# Sets java_options: everything but the main class, with folders of classes ahead of the jars if given.
# JavaFX is on the module path (it warns elsewhere), all else on the class path.
set_java_options() {
    java_options=(
        --module-path "$target/fx" "--add-modules=javafx.controls,javafx.swing"
        "${runtime_options[@]}"
        "-Dplaywright.cli.dir=$target/driver"
        -cp "${1:+$1:}$target/parallax.jar:$target/lib/*"
    )
    # Java reads and writes file names in the locale's encoding, which is ASCII when none is set.
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
        *[Uu][Tt][Ff]*8*) ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac
}
