// The two house rules that no published plugin states the way this console needs them.

const SPOKEN = new Set(['aria-label', 'title', 'alt', 'placeholder', 'label', 'lead', 'hint'])
const PHYSICAL =
  /^(left|right|(margin|padding)(Left|Right)|border(Left|Right)\w*|[mp][lr]|textAlign(Left|Right))$|^(left|right)$/
const saysSomething = (text) => /\p{L}/u.test(text)

/** Every word a person can see or hear comes from the dictionaries. */
export const noLiteralText = {
  meta: { type: 'problem', schema: [], messages: { literal: 'Visible text comes from i18n: "{{text}}"' } },
  create(context) {
    const refuse = (node, text) => saysSomething(text) && context.report({ node, messageId: 'literal', data: { text: text.trim() } })
    const spoken = (node) => node.type === 'JSXAttribute' && SPOKEN.has(node.name.name)
    return {
      JSXText: (node) => refuse(node, node.value),
      'JSXAttribute > Literal': (node) => spoken(node.parent) && refuse(node, String(node.value)),
      'JSXExpressionContainer > Literal': (node) =>
        (node.parent.parent.type !== 'JSXAttribute' || spoken(node.parent.parent)) && refuse(node, String(node.value)),
      'JSXExpressionContainer > TemplateLiteral': (node) =>
        (node.parent.parent.type !== 'JSXAttribute' || spoken(node.parent.parent)) &&
        node.quasis.forEach((quasi) => refuse(quasi, quasi.value.raw)),
    }
  },
}

/** Left and right are for machines; people read from start to end. */
export const noPhysicalStyle = {
  meta: { type: 'problem', schema: [], messages: { physical: 'Use a logical property instead of {{name}}' } },
  create(context) {
    const refuse = (node, name) => PHYSICAL.test(name) && context.report({ node, messageId: 'physical', data: { name } })
    return {
      JSXAttribute: (node) => refuse(node, String(node.name.name)),
      'JSXAttribute[name.name="style"] Property': (node) => refuse(node, String(node.key.name ?? node.key.value)),
    }
  },
}
