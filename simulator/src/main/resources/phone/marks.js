import { element, withLinks } from '/page/dom.js';

// A mark opens and closes at the edge of a word; a block of code may span lines.
const MARK = /```([\s\S]+?)```|`([^`\n]+)`|(?<![\p{L}\p{N}*_~])([*_~])(?=\S)([^\n]*?\S)\3(?![\p{L}\p{N}])/u;
const NAMES = { '*': 'strong', _: 'em', '~': 's' };

/** The parts of a text as WhatsApp shows them: bold, italic, struck out or code between its marks, and addresses as links. */
export function withMarks(text) {
  return withLinks(text).flatMap((part) => (typeof part === 'string' ? marked(part) : part));
}

function marked(text) {
  const match = MARK.exec(text);
  if (!match) {
    return [text];
  }
  const [whole, block, code, mark, words] = match;
  const shown = mark ? element(NAMES[mark], {}, ...marked(words)) : element('code', { textContent: block ?? code });
  return [text.slice(0, match.index), shown, ...marked(text.slice(match.index + whole.length))];
}
