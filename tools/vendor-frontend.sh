#!/usr/bin/env bash
# Brings the portal's two front-end libraries from npm into src/AssistPortal.Web/wwwroot/lib.
#
#   tools/vendor-frontend.sh           fetch, build the icon sprite, write versions.json (needs npm and node)
#   tools/vendor-frontend.sh --check   compare the committed files with versions.json (needs only node)
#
# The output is committed: neither a user nor CI runs this to build. To update a library, change its
# version here and run again; to use one more icon, add its name to ICONS.
set -euo pipefail

export BOOTSTRAP_VERSION=5.3.9
export BOOTSTRAP_ICONS_VERSION=1.13.2

export ICONS="
  arrow-left arrow-right bell box-arrow-right building calendar-check calendar-event calendar-plus calendar-x
  camera-video check check-circle check-circle-fill chevron-down chevron-left chevron-right circle-half
  clock clock-history copy dash download envelope exclamation-octagon exclamation-triangle geo-alt globe
  headset hourglass-split house inbox info-circle list-check moon-stars pencil people person-circle
  plus-lg printer question-circle receipt search shield-lock sun telephone translate trash x-circle x-lg
"

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export LIB="$root/src/AssistPortal.Web/wwwroot/lib"

if [[ "${1:-}" == "--check" ]]; then
  exec node --input-type=module - <<'JS'
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
const lib = process.env.LIB;
const { packages } = JSON.parse(readFileSync(`${lib}/versions.json`, 'utf8'));
let bad = 0;
for (const { files } of packages) {
  for (const [file, sha256] of Object.entries(files)) {
    const now = createHash('sha256').update(readFileSync(`${lib}/${file}`)).digest('hex');
    if (now !== sha256) { console.error(`changed since it was vendored: ${file}`); bad++; }
  }
}
process.exit(bad ? 1 : 0);
JS
fi

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export WORK="$work"

printf '{"name":"vendor-frontend","private":true}\n' > "$work/package.json"
npm install --prefix "$work" --ignore-scripts --no-audit --no-fund --silent --omit=peer \
  "bootstrap@$BOOTSTRAP_VERSION" "bootstrap-icons@$BOOTSTRAP_ICONS_VERSION"

rm -rf "$LIB/bootstrap" "$LIB/bootstrap-icons"
mkdir -p "$LIB/bootstrap" "$LIB/bootstrap-icons"

node --input-type=module - <<'JS'
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';

const { LIB, WORK, ICONS } = process.env;
const modules = `${WORK}/node_modules`;
const lock = JSON.parse(readFileSync(`${WORK}/package-lock.json`, 'utf8'));

// Bootstrap: the style sheet alone, without the reference to a source map that is not there.
const css = readFileSync(`${modules}/bootstrap/dist/css/bootstrap.min.css`, 'utf8');
writeFileSync(`${LIB}/bootstrap/bootstrap.min.css`, css.replace(/\s*\/\*# sourceMappingURL=.*?\*\/\s*$/, '\n'));
copyFileSync(`${modules}/bootstrap/LICENSE`, `${LIB}/bootstrap/LICENSE`);

// Bootstrap Icons: one sprite of the icons in use.
const symbols = [...new Set(ICONS.split(/\s+/).filter(Boolean))].sort().map((name) => {
  const svg = readFileSync(`${modules}/bootstrap-icons/icons/${name}.svg`, 'utf8');
  const [, viewBox] = /viewBox="([^"]+)"/.exec(svg);
  const [, body] = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg);
  return `  <symbol id="${name}" viewBox="${viewBox}">${body.trim().replace(/\s*\n\s*/g, '')}</symbol>`;
});
writeFileSync(`${LIB}/bootstrap-icons/icons.svg`,
  `<svg xmlns="http://www.w3.org/2000/svg" fill="currentColor">\n${symbols.join('\n')}\n</svg>\n`);
copyFileSync(`${modules}/bootstrap-icons/LICENSE`, `${LIB}/bootstrap-icons/LICENSE`);

const record = (name, files) => {
  const { version, integrity } = lock.packages[`node_modules/${name}`];
  const sha256 = (file) => createHash('sha256').update(readFileSync(`${LIB}/${file}`)).digest('hex');
  return { package: name, version, integrity, files: Object.fromEntries(files.map((f) => [f, sha256(f)])) };
};
const packages = [
  record('bootstrap', ['bootstrap/bootstrap.min.css', 'bootstrap/LICENSE']),
  record('bootstrap-icons', ['bootstrap-icons/icons.svg', 'bootstrap-icons/LICENSE']),
];
writeFileSync(`${LIB}/versions.json`, JSON.stringify({ packages }, null, 2) + '\n');
for (const p of packages) console.log(`${p.package} ${p.version}: ${Object.keys(p.files).join(', ')}`);
JS
