/** Collects news for a moment and hands it on at once, so that a burst costs one round of questions. */
export function batch<Item>(flush: (items: Item[]) => void, pause = 50) {
  let items: Item[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const empty = () => {
    const due = items
    items = []
    timer = undefined
    flush(due)
  }
  return (item: Item) => {
    items.push(item)
    timer ??= setTimeout(empty, pause)
  }
}

/** Acts at once, and again no sooner than after a pause, however often it is asked to meanwhile. */
export function sparing<Input>(act: (input: Input) => void, pause: number) {
  let due: { input: Input } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const rest = () => {
    timer = undefined
    if (due) go(due.input)
  }
  const go = (input: Input) => {
    due = undefined
    timer = setTimeout(rest, pause)
    act(input)
  }
  return (input: Input) => {
    if (timer) due = { input }
    else go(input)
  }
}
