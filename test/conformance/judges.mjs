// All judges by the short names that the self-test uses. Each reads one format: judge(files) gives the faults of each file.
import { fields } from "./judges/fields.mjs";
import { libreOffice } from "./judges/libre-office.mjs";
import { openXmlSdk } from "./judges/open-xml-sdk.mjs";
import { ownDocx } from "./judges/own-docx.mjs";
import { ownPdf } from "./judges/own-pdf.mjs";
import { ooxmlIntegrity, openXmlAudit } from "./judges/package-audits.mjs";
import { pageValidation } from "./judges/page-validation.mjs";
import { poppler, qpdf } from "./judges/pdf-readers.mjs";
import { isoSchemas } from "./judges/schemas.mjs";
import { veraPdf } from "./judges/vera-pdf.mjs";

export const judges = {
  pdf: { vera: veraPdf, page: pageValidation, qpdf, poppler, own: ownPdf },
  docx: {
    sdk: openXmlSdk,
    schemas: isoSchemas,
    audit: openXmlAudit,
    integrity: ooxmlIntegrity,
    own: ownDocx,
    office: libreOffice,
    fields,
  },
};
