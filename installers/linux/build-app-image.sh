#!/usr/bin/env bash
# Builds target/dist/parallax: Parallax with its own Java runtime, in a folder that can be copied to any machine of
# this platform. Start it with target/dist/parallax/bin/parallax.
set -euo pipefail

home=$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")
# shellcheck source=installers/prerequisites.sh
. "$home/installers/prerequisites.sh"

dist=$target/dist
image=$dist/parallax
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$home/pom.xml")

# The modules that the jars name, and two that are only found by name at run time: locales and zip file systems.
modules() {
    "$JAVA_HOME/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps \
        --module-path "$target/fx" "$target/parallax.jar" "$target"/lib/*.jar | grep -v '^Warning' &&
        echo jdk.localedata,jdk.zipfs,javafx.swing
}

link_runtime() {
    "$JAVA_HOME/bin/jlink" --module-path "$target/fx" --add-modules "$(modules | paste -sd , -)" \
        --strip-java-debug-attributes --no-header-files --no-man-pages --generate-cds-archive --output "$dist/runtime"
}

package_image() {
    local option options=()
    for option in "${runtime_options[@]}" "-Dplaywright.cli.dir=\$APPDIR/driver"; do
        options+=(--java-options "$option")
    done
    mkdir "$dist/jars" &&
        cp "$target/parallax.jar" "$target"/lib/*.jar "$dist/jars" &&
        "$JAVA_HOME/bin/jpackage" --type app-image --name parallax --app-version "$version" \
            --input "$dist/jars" --main-jar parallax.jar --main-class dev.parallax.Main \
            --runtime-image "$dist/runtime" --dest "$dist" "${options[@]}" &&
        cp -a "$target/driver" "$image/lib/app/driver" &&
        cp "$home/LICENSE" "$home/docs/third-party.md" "$image/"
}

# The option that uses the cache must come after the run that writes it: the virtual machine refuses both at once.
train_image() {
    rm -rf "$training_home"
    mkdir -p "$training_home"
    training_views >"$training_home/views.csv"
    PARALLAX_HOME=$training_home JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$dist/parallax.aot" \
        "$image/bin/parallax" "${training_command[@]}" &&
        mv "$dist/parallax.aot" "$image/lib/app/parallax.aot" &&
        echo "java-options=-XX:AOTCache=\$APPDIR/parallax.aot" >>"$image/lib/app/parallax.cfg"
}

need_jdk
build_if_stale
rm -rf "$dist"
mkdir -p "$dist"
stage "linking a Java runtime" "$target/jlink.log" link_runtime
stage "packaging" "$target/jpackage.log" package_image
stage "recording a fast start" "$target/train-image.log" train_image
rm -rf "$dist/runtime" "$dist/jars"
say "done: $image ($(du -sh "$image" | cut -f1)); start it with $image/bin/parallax"
