module.exports = class {
  constructor() {
    throw new Error("Bug: pdfkit breaks no lines here; the layout does.");
  }
};
