exports.spawn = () => {
  throw new Error("Bug: no command is a program of its own.");
};
