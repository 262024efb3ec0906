exports.cbc = exports.ecb = () => {
  throw new Error("Bug: nothing is encrypted here; PDF/A forbids it.");
};
