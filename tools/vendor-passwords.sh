#!/usr/bin/env bash
# Brings the list of common passwords of npm's zxcvbn into src/AssistPortal.Data/Accounts/Passwords, with its licence.
# The output is committed: neither a user nor CI runs this to build.
set -euo pipefail

version=4.4.2
target="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/src/AssistPortal.Data/Accounts/Passwords"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

printf '{"name":"vendor-passwords","private":true}\n' > "$work/package.json"
npm install --prefix "$work" --ignore-scripts --no-audit --no-fund --silent "zxcvbn@$version"
node -e 'process.stdout.write(require(`${process.argv[1]}/node_modules/zxcvbn/lib/frequency_lists.js`)
  .passwords.map((word) => `${word.toLowerCase()}\n`).join(""))' "$work" > "$target/common-passwords.txt"
cp "$work/node_modules/zxcvbn/LICENSE.txt" "$target/common-passwords.LICENSE.txt"
echo "zxcvbn $version: $(wc -l < "$target/common-passwords.txt") passwords"
