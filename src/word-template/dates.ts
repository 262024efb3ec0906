const months: Readonly<Record<string, readonly string[]>> = {
  en: [
    ...["January", "February", "March", "April", "May", "June", "July", "August", "September"],
    ...["October", "November", "December"],
  ],
  fr: [
    ...["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre"],
    ...["octobre", "novembre", "décembre"],
  ],
};

/**
 * A date by a picture of Word such as `d MMMM yyyy` (17.16.4.1), in English or French words; as ISO without a picture, in another language
 * that needs words, or where the picture asks for a time or a day of the week.
 */
export function pictured(iso: string, picture: string | undefined, language: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
  if (year === "") return iso;
  const plain = `${year}-${month}-${day}`;
  const names = months[language.slice(0, 2).toLowerCase()];
  if (picture === undefined || /[hHms]|d{3}|am\/pm/.test(picture.replace(/'[^']*'/g, "")))
    return plain;
  if (/M{3}/.test(picture) && names === undefined) return plain;
  const name = names?.[Number(month) - 1] ?? "";
  return picture.replace(/'([^']*)'|y+|Y+|M+|d+|D+/g, (sign, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    if (/^y/i.test(sign)) return sign.length > 2 ? year : year.slice(2);
    if (sign.startsWith("M"))
      return [String(Number(month)), month, name.slice(0, 3), name][sign.length - 1] ?? name;
    return sign.length > 1 ? day : String(Number(day));
  });
}
