#!/bin/sh
# Makes the class archive FILE by a training run of Ferry, so that later starts find its classes ready.
# The launcher calls it: in the background of a first start, and when it is told to build one.
# It says nothing and leaves nothing behind that is half done.
#
#   usage: archive.sh FILE

file=$1
lib=$(unset CDPATH && cd -P -- "${0%/*}" && pwd -P) || exit 1
folder=${file%/*}

mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ] || exit 1
# A run that failed for this build of Ferry would fail again.
[ ! "$file.failed" -nt "$lib/ferry.jar" ] || exit 1

# One at a time; what a killed run has left is taken away after ten minutes.
find "$folder" -maxdepth 1 -name '*.making' -mmin +10 -exec rm -rf {} + 2>/dev/null
mkdir -m 700 "$file.making" 2>/dev/null || exit 0
trap 'rm -rf "$file.making"' EXIT
trap 'exit 1' HUP INT TERM

# Nobody's settings, history or credentials take part.
for name in $(env | sed -n -E 's/^((MONGODB_ATLAS|MCLI|FERRY)_[A-Z0-9_]*)=.*/\1/p'); do
    case $name in
        FERRY_JAVA_HOME) ;;
        *) unset "$name" ;;
    esac
done
export HOME="$file.making" XDG_CONFIG_HOME="$file.making" XDG_STATE_HOME="$file.making" XDG_CACHE_HOME="$file.making"

# One process has to do all that later ones do: the prompt, on a terminal where there is a way to have one.
export FERRY_ARCHIVE_MAKE="$file.making/archive" TERM=xterm FERRY_LAUNCHER="$lib/../bin/ferry"
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    script -qec 'stty rows 24 cols 80; exec sh "$FERRY_LAUNCHER" --sandbox' /dev/null <"$lib/training.txt" >"$file.making/screen" 2>&1
else
    sh "$FERRY_LAUNCHER" --sandbox <"$lib/training.txt" >"$file.making/screen" 2>&1
fi

if [ -s "$file.making/archive" ]; then
    mv -f "$file.making/archive" "$file"
else
    : >"$file.failed"
    exit 1
fi
