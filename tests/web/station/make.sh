#!/bin/sh
# Makes the round of the tests in this folder anew: keys, package and cards of fixed seeds. Never use seeds for a real round.
set -eu
here=$(dirname "$0")
box="$here/../../../build/native/stoepkrijt box"
seed() { printf "$1%.0s" $(seq 32); }
round=$($here/../../../build/native/stoepkrijt --version > /dev/null && python3 -c "import json,sys;print(json.load(open('$here/../../../assets/example/dossier.json'))['rounds'][0]['id'])")
rm -f "$here"/*.json "$here"/*.csv
$box key --kind organiser --seed "$(seed 01)" --output "$here/organiser.json"
for n in 1 2 3; do $box key --kind holder --seed "$(seed 1$n)" --output "$here/holder-$n.json"; done
$box key --kind box --seed "$(seed 21)" --output "$here/kiosk-1.json"
$box key --kind box --seed "$(seed 22)" --output "$here/phones.json"
public() { python3 -c "import json,sys;print(json.load(open('$here/$1.json'))['public'])"; }
$box make "$here/../../../assets/example/dossier.json" --round "$round" --key "$here/organiser.json" \
  --holder "$(public holder-1)" --holder "$(public holder-2)" --holder "$(public holder-3)" \
  --channel "kiosk:kiosk-1:$(public kiosk-1)" --channel "phone:phones:$(public phones)" \
  --codes 1200 --reserves 20 --cost 8:1 --delete-by 2027-06-01 --publish open-urn --seed "$(seed 31)" \
  --cards "$here/cards.csv" --output "$here/package.json"
# The same round, where the organiser allows voting without a card.
$box make "$here/../../../assets/example/dossier.json" --round "$round" --key "$here/organiser.json" \
  --holder "$(public holder-1)" --holder "$(public holder-2)" --holder "$(public holder-3)" \
  --channel "kiosk:kiosk-1:$(public kiosk-1)" --channel "phone:phones:$(public phones)" \
  --codes 20 --reserves 4 --attended 6 --cost 8:1 --delete-by 2027-06-01 --publish open-urn --seed "$(seed 32)" \
  --cards "$here/desk.csv" --output "$here/desk.json"
