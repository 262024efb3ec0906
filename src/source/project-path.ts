/** The path in the project of a file that a source names, from the folder of the source; undefined for other machines, other schemes and paths out of the project. */
export function projectPath(file: string, url: string): string | undefined {
  const path = decoded(url.replace(/[?#].*$/, ""));
  if (path === "" || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(path) || /[\\\p{Cc}]/u.test(path)) {
    return undefined;
  }
  const folder = file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : "";
  const parts: string[] = [];
  for (const part of [...folder.split("/"), ...path.split("/")]) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return `${folder.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}

/** Percent signs undone; the text itself when they are not well-formed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
