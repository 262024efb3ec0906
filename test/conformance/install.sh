#!/bin/sh
# Installs the independent judges for test/conformance/run.mjs into test/conformance/.tools, and Debian's packages system-wide.
# Needs Java 17, Maven, Python 3 and, for Debian's packages, root. With a name it installs that part alone:
#   sh test/conformance/install.sh [debian|verapdf|schemas|python]
set -eu
cd "$(dirname "$0")"
tools=$(pwd)/.tools
mkdir -p "$tools"

# The network fails now and then: what it brings is asked for twice.
twice() {
  "$@" || { echo "once more: $*" >&2; sleep 5; "$@"; }
}

debian() {
  [ "$(id -u)" = 0 ] || { echo "Debian's packages need root: skipped" >&2; return 0; }
  DEBIAN_FRONTEND=noninteractive
  export DEBIAN_FRONTEND
  twice apt-get update -qq </dev/null
  twice apt-get install -y -qq --no-install-recommends qpdf poppler-utils unzip \
    libreoffice-writer-nogui fonts-liberation redis-server </dev/null >/dev/null
}

verapdf() {
  twice mvn -q -B -f verapdf/pom.xml package </dev/null
}

schemas() {
  version=5.5.1
  twice mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact=org.apache.poi:poi-ooxml-full:$version -DoutputDirectory="$tools" </dev/null
  jar=$tools/poi-ooxml-full-$version.jar
  mkdir -p "$tools/xsd"
  unzip -qo -j "$jar" 'org/apache/poi/schemas/ooxml/src/*.xsd' -d "$tools/xsd"
  rm -f "$jar"
  # These schemas import xml:space without telling where it is.
  xml=http://www.w3.org/XML/1998/namespace
  sed -i "s#<xsd:import namespace=\"$xml\"/>#<xsd:import namespace=\"$xml\" schemaLocation=\"../../xsd/xml.xsd\"/>#" \
    "$tools"/xsd/*.xsd
}

python() {
  python3 -m venv "$tools/venv"
  twice "$tools/venv/bin/pip" install -q --disable-pip-version-check \
    page-validation==0.11.0 openxml-audit==0.8.0 ooxml-integrity==0.8.4 \
    'moto[server]==5.2.5' </dev/null
}

for part in ${*:-debian verapdf schemas python}; do
  case $part in
    debian | verapdf | schemas | python) $part ;;
    *) echo "There is no part $part" >&2; exit 2 ;;
  esac
done
