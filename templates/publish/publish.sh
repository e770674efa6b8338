#!/bin/sh
# Checks, builds, compares with what is published, and publishes to a branch of a Git repository: for cron, GitLab and GitHub alike.
#
#   REMOTE     the repository to publish to, as git takes it (needed)
#   BRANCH     its branch (pages)
#   PROJECT    folder of the project (.)
#   PREVIOUS   earlier output that the report compares itself with (none)
#   ACCEPT     id of the build whose changed verdicts somebody has looked at (none)
#   TEMPCHECK  how tempcheck is started (npx tempcheck)
#
# Ends with 0 when it is published or nothing is new, 3 when verdicts changed and nobody has accepted the build, else as the step that failed.
set -eu

: "${REMOTE:?name the repository to publish to}"
BRANCH=${BRANCH:-pages}
PROJECT=${PROJECT:-.}
TEMPCHECK=${TEMPCHECK:-npx tempcheck}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# On GitHub every fault stands at its line; elsewhere it is printed as it is.
told() {
  code=0
  if [ "${GITHUB_ACTIONS:-}" != true ]; then
    "$@" || code=$?
    return "$code"
  fi
  "$@" --json 2>"$work/faults" || code=$?
  PROJECT=$PROJECT node -e '
    const { isAbsolute, join } = require("node:path");
    const escaped = (text) => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
    const value = (text) => escaped(String(text)).replace(/:/g, "%3A").replace(/,/g, "%2C");
    for (const line of require("node:fs").readFileSync(0, "utf8").split("\n")) {
      let fault;
      try { fault = JSON.parse(line); } catch { if (line) console.error(line); continue; }
      if (fault.event !== "fault") { console.error(fault.message ?? line); continue; }
      const { file, line: row, column, key } = fault.where;
      const at = [["file", isAbsolute(file) ? file : join(process.env.PROJECT, file)], ["line", row], ["col", column]].filter(([, one]) => one !== undefined);
      const text = `${key ? `${key}: ` : ""}must be: ${fault.must}. Found: ${fault.found}. To do: ${fault.fix}.`;
      console.log(`::error ${at.map(([name, one]) => `${name}=${value(one)}`).join(",")}::${escaped(text)}`);
    }' <"$work/faults"
  return "$code"
}

told $TEMPCHECK check --project "$PROJECT" --quiet
told $TEMPCHECK build --project "$PROJECT" --quiet --out "$work/new" ${PREVIOUS:+--previous "$PREVIOUS"}
in_manifest() { node -p 'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"))[process.argv[2]]' "$1/manifest.json" "$2"; }
year=$(in_manifest "$work/new" year)
build=$(in_manifest "$work/new" build)

if git ls-remote --exit-code --heads "$REMOTE" "$BRANCH" >/dev/null; then
  git clone --quiet --depth 1 --branch "$BRANCH" "$REMOTE" "$work/site"
else
  [ $? -eq 2 ] || exit 1
  git init --quiet "$work/site"
  git -C "$work/site" checkout --quiet --orphan "$BRANCH"
fi

mkdir -p "$work/site/outputs"
last=$(ls "$work/site/outputs" | sort -n | tail -n 1)
if [ -n "$last" ]; then
  published=$work/site/outputs/$last
  if [ "$(in_manifest "$published" build)" = "$build" ]; then
    echo "Nothing is new: build $build is published."
    exit 0
  fi
  code=0
  $TEMPCHECK compare "$published" "$work/new" --strict || code=$?
  if [ "$code" -eq 3 ] && [ "${ACCEPT:-}" = "$build" ]; then
    echo "Verdicts changed, and build $build was accepted."
  elif [ "$code" -eq 3 ]; then
    echo "Verdicts changed: nothing is published. Look at them, and run this again with ACCEPT=$build" >&2
    exit 3
  elif [ "$code" -ne 0 ]; then
    exit "$code"
  fi
fi

# The site has the folders of the project, so that links to earlier editions hold.
rm -rf "$work/site/outputs/$year"
cp -RL "$work/new" "$work/site/outputs/$year"
if [ -d "$PROJECT/editions" ]; then
  mkdir -p "$work/site/editions"
  for kept in "$PROJECT"/editions/*; do
    [ -e "$work/site/editions/${kept##*/}" ] || cp -RL "$kept" "$work/site/editions/"
  done
fi
: >"$work/site/.nojekyll"
cat >"$work/site/index.html" <<HTML
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The report</title>
<meta http-equiv="refresh" content="0; url=outputs/$year/report/index.html">
<p><a href="outputs/$year/report/index.html">The report</a></p>
</html>
HTML
git -C "$work/site" add --all --force
git -C "$work/site" -c user.name="${GIT_AUTHOR_NAME:-tempcheck}" -c user.email="${GIT_AUTHOR_EMAIL:-tempcheck@localhost}" \
  commit --quiet --message "Report of $year, build $build"
git -C "$work/site" push --quiet "$REMOTE" "HEAD:refs/heads/$BRANCH"
echo "Published: outputs/$year, build $build."
