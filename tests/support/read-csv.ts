/**
 * A reader of CSV that shares nothing with the writer's library: RFC 4180 and no more. Throws on
 * what the RFC does not allow, such as a quote in the middle of a field.
 */
export function readCsv(text: string, delimiter: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  const field = (): string => {
    if (text[at] !== '"') {
      const start = at;
      while (at < text.length && text[at] !== delimiter && !text.startsWith('\r\n', at)) {
        if (/["\r\n]/.test(text.charAt(at))) throw new Error(`unquoted character at ${at}`);
        at += 1;
      }
      return text.slice(start, at);
    }
    let value = '';
    for (at += 1; ; at += 1) {
      if (at >= text.length) throw new Error('quote never closed');
      if (text[at] !== '"') value += text.charAt(at);
      else if (text[at + 1] === '"') {
        value += '"';
        at += 1;
      } else break;
    }
    at += 1;
    return value;
  };
  while (at < text.length) {
    record.push(field());
    if (text[at] === delimiter) at += 1;
    else if (text.startsWith('\r\n', at)) {
      records.push(record);
      record = [];
      at += 2;
    } else throw new Error(`no end of record at ${at}`);
  }
  if (record.length > 0) throw new Error('last record not ended');
  return records;
}
