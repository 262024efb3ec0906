import type { DocumentTree } from "../../document/index.ts";
import type { Information } from "./sink.ts";
import { escapeXml, printable } from "./xml.ts";

const program = "Dossier";

/** What the file says of itself, for both of its dictionaries. PDF/A-2, 6.6.2.3: they must say the same. */
export function informationOf({ title, metadata }: DocumentTree): Information {
  const entries = {
    Author: metadata.author,
    Subject: metadata.subject,
    Keywords: metadata.keywords?.join(", "),
  };
  const given = Object.entries(entries)
    .map(([key, value]) => [key, printable(value ?? "")] as const)
    .filter(([, value]) => value !== "");
  const date = dateOf(metadata.asOf);
  return {
    Title: printable(title) || "Untitled",
    ...Object.fromEntries(given),
    Creator: program,
    Producer: program,
    ...(date === undefined ? {} : { date }),
  };
}

/** Midnight UTC of an ISO date; a file without a date has none, rather than a false one. */
function dateOf(asOf: string | undefined): Date | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(asOf ?? "");
  if (parts === null) return undefined;
  return new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
}

/**
 * The XMP packet (ISO 16684-1) with the marks of PDF/A (ISO 19005-2, 6.6.4) and PDF/UA-1 (ISO 14289-1, clause 5).
 * @param part 2: PDF/A-2a; 3: PDF/A-3a, which may hold files of any kind
 */
export function metadataPacket(information: Information, language: string, part: 2 | 3): string {
  const { Title, Author, Subject, Keywords, Creator, Producer, date } = information;
  const alternative = (name: string, value: string) =>
    `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt></${name}>`;
  const simple = (name: string, value: string) => `<${name}>${escapeXml(value)}</${name}>`;
  const when = date?.toISOString().replace(/\.\d+/, "");
  const properties = [
    alternative("dc:title", Title),
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>`,
    ...(Author === undefined
      ? []
      : [`<dc:creator><rdf:Seq><rdf:li>${escapeXml(Author)}</rdf:li></rdf:Seq></dc:creator>`]),
    ...(Subject === undefined ? [] : [alternative("dc:description", Subject)]),
    ...(Keywords === undefined ? [] : [simple("pdf:Keywords", Keywords)]),
    ...(when === undefined ? [] : [simple("xmp:CreateDate", when), simple("xmp:ModifyDate", when)]),
    simple("xmp:CreatorTool", Creator),
    simple("pdf:Producer", Producer),
    simple("pdfaid:part", String(part)),
    simple("pdfaid:conformance", "A"),
    simple("pdfuaid:part", "1"),
  ];
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${properties.join("\n")}
</rdf:Description>
${extensionSchema}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** ISO 19005-2, 6.6.2.3.3: PDF/A must be told of the one property that it does not know. */
const extensionSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;
