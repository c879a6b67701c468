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
