#!/bin/sh
# Checks, builds, compares with what is published, and publishes to a branch of a Git repository: for cron, GitLab and GitHub alike.
#
#   REMOTE       the repository to publish to, as git takes it (needed)
#   BRANCH       its branch (pages)
#   PROJECT      folder of the project (.)
#   PREVIOUS     earlier output that the report compares itself with (none)
#   ACCEPT       id of the build whose changed verdicts somebody has looked at (none)
#   PUBLISH      no: everything but publishing, for changes that are only proposed (yes)
#   ISSUE        file that changed verdicts are written to, as the text of an issue (none)
#   ISSUE_TOKEN  what GitHub or GitLab lets open an issue by; without it none is opened (none)
#   QUALITY      file for faults as GitLab's code quality report has them (gl-code-quality-report.json on GitLab, else none)
#   KEPT         folder that keeps drawings for the next run (none)
#   TEMPCHECK    how tempcheck is started (npx tempcheck)
#
# Ends with 0 when it is published or nothing is new, 3 when verdicts changed and nobody has accepted the build, else as the step that failed.
# The branch changes with the last step alone, whole or not at all, and what is there is never overwritten by force.
set -eu

: "${REMOTE:?name the repository to publish to}"
BRANCH=${BRANCH:-pages}
PROJECT=${PROJECT:-.}
TEMPCHECK=${TEMPCHECK:-npx tempcheck}
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# What a report says is text, and no command to the machine that runs this.
quietly() {
  ended=0
  pause=""
  [ "${GITHUB_ACTIONS:-}" != true ] || pause=$(node -p 'crypto.randomUUID()')
  [ -z "$pause" ] || echo "::stop-commands::$pause"
  "$@" || ended=$?
  [ -z "$pause" ] || echo "::$pause::"
  return "$ended"
}

in_manifest() { node -p 'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"))[process.argv[2]]' "$1/manifest.json" "$2"; }

# On GitHub and GitLab every fault stands at its line.
if [ "${GITHUB_ACTIONS:-}" = true ]; then
  $TEMPCHECK check --project "$PROJECT" --quiet --annotations github
elif [ "${GITLAB_CI:-}" = true ] || [ -n "${QUALITY:-}" ]; then
  $TEMPCHECK check --project "$PROJECT" --quiet --annotations gitlab >"${QUALITY:-gl-code-quality-report.json}"
else
  $TEMPCHECK check --project "$PROJECT" --quiet
fi

if [ -n "${KEPT:-}" ] && [ -d "$KEPT" ]; then
  mkdir -p "$work/.builds"
  cp -R "$KEPT" "$work/.builds/kept"
fi
# shellcheck disable=SC2086 # TEMPCHECK is a command with its arguments
quietly $TEMPCHECK build --project "$PROJECT" --quiet --pictures --out "$work/new" ${PREVIOUS:+--previous "$PREVIOUS"}
if [ -n "${KEPT:-}" ]; then
  rm -rf "$KEPT"
  mkdir -p "$(dirname "$KEPT")"
  cp -R "$work/.builds/kept" "$KEPT"
fi
year=$(in_manifest "$work/new" year)
build=$(in_manifest "$work/new" build)

# Lays the site out as it is to be, on what is published now. Ends with 10 where nothing is new.
lay_out() {
  rm -rf "$work/site"
  base=""
  if git ls-remote --exit-code --heads "$REMOTE" "$BRANCH" >/dev/null; then
    git clone --quiet --depth 1 --branch "$BRANCH" "$REMOTE" "$work/site"
    base=$(git -C "$work/site" rev-parse HEAD)
  else
    [ $? -eq 2 ] || exit 1
    git init --quiet "$work/site"
    git -C "$work/site" checkout --quiet --orphan "$BRANCH"
  fi

  mkdir -p "$work/site/outputs"
  last=$(find "$work/site/outputs" -mindepth 1 -maxdepth 1 -name '[0-9]*' -exec basename {} \; | sort -n | tail -n 1)
  [ ! -d "$work/site/outputs/$year" ] || last=$year
  if [ -n "$last" ]; then
    published=$work/site/outputs/$last
    if [ "$(in_manifest "$published" build)" = "$build" ]; then
      echo "Nothing is new: build $build is published."
      exit 0
    fi
    compared=0
    $TEMPCHECK compare "$published" "$work/new" --strict --markdown >"$work/issue.md" || compared=$?
    quietly cat "$work/issue.md"
    [ -z "${GITHUB_STEP_SUMMARY:-}" ] || cat "$work/issue.md" >>"$GITHUB_STEP_SUMMARY"
    if [ "$compared" -eq 3 ]; then
      stop_unless_accepted
    elif [ "$compared" -ne 0 ]; then
      exit "$compared"
    fi
  fi
  if [ "${PUBLISH:-yes}" = no ]; then
    echo "Not published: build $build, because PUBLISH=no."
    exit 0
  fi

  # The site has the folders of the project, so that links to earlier editions hold.
  rm -rf "$work/site/outputs/$year"
  cp -RL "$work/new" "$work/site/outputs/$year"
  if [ -d "$PROJECT/editions" ]; then
    mkdir -p "$work/site/editions"
    for kept in "$PROJECT"/editions/*; do
      [ ! -e "$kept" ] || [ -e "$work/site/editions/${kept##*/}" ] || cp -RL "$kept" "$work/site/editions/"
    done
  fi
  newest=$(find "$work/site/outputs" -mindepth 1 -maxdepth 1 -name '[0-9]*' -exec basename {} \; | sort -n | tail -n 1)
  : >"$work/site/.nojekyll"
  cat >"$work/site/index.html" <<HTML
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The report</title>
<meta http-equiv="refresh" content="0; url=outputs/$newest/report/index.html">
<p><a href="outputs/$newest/report/index.html">The report</a></p>
</html>
HTML
  git -C "$work/site" add --all --force
  git -C "$work/site" -c user.name="${GIT_AUTHOR_NAME:-tempcheck}" -c user.email="${GIT_AUTHOR_EMAIL:-tempcheck@localhost}" \
    commit --quiet --message "Report of $year, build $build"
}

# Somebody has to look at changed verdicts before they are published: an issue says so, once for the same changes.
stop_unless_accepted() {
  if [ "${ACCEPT:-}" = "$build" ]; then
    echo "Verdicts changed, and build $build was accepted."
    return
  fi
  [ "${PUBLISH:-yes}" != no ] || return 0
  printf '\n\nNothing is published before somebody has looked at this. Then run it again with ACCEPT=%s.\n' "$build" >>"$work/issue.md"
  [ -z "${ISSUE:-}" ] || cp "$work/issue.md" "$ISSUE"
  if [ -n "${ISSUE_TOKEN:-}" ]; then
    node "$here/issue.mjs" "$work/issue.md" || echo "No issue could be opened; the changes stand above." >&2
  fi
  echo "Verdicts changed, or other figures are held back: nothing is published. Look at them, and run this again with ACCEPT=$build" >&2
  exit 3
}

# Where another run published meanwhile, git refuses: this one then begins anew from what is there, and compares with that.
for try in 1 2 3; do
  lay_out
  if git -C "$work/site" push --quiet "$REMOTE" "HEAD:refs/heads/$BRANCH"; then
    echo "Published: outputs/$year, build $build."
    exit 0
  fi
  now=$(git ls-remote --heads "$REMOTE" "refs/heads/$BRANCH" | cut -f 1)
  if [ "$now" = "$base" ]; then
    echo "Not published: the repository refuses it. What was published is as it was." >&2
    exit 1
  fi
  echo "Something else was published meanwhile ($try)." >&2
done
exit 1
