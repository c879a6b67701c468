import { Combobox, Kbd, Modal, TextInput, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Palette.module.css'
import { useFindings } from './useFindings'

const chosenIn = (list: string) => document.getElementById(list)?.querySelector('[data-combobox-selected]')?.id

/**
 * Everything that can be done or gone to from here, by a few letters of its name.
 *
 * @param before what had the focus, and has it again afterwards
 */
export default function Palette({ before, onClose }: { before: Element | null; onClose: () => void }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const { groups, isLooking } = useFindings(words)
  const combobox = useCombobox({ opened: true })
  const shown = groups.flatMap(({ items }) => items.map(({ id }) => id)).join()
  const list = useId()
  /** The option that Enter chooses, for whoever hears it. */
  const [active, setActive] = useState<string>()
  const { selectFirstOption, getSelectedOptionIndex } = combobox
  // Other words begin at the first again; who is found a moment later takes nobody's choice away.
  const begun = useRef<string>(undefined)
  useEffect(() => {
    const soon = requestAnimationFrame(() => {
      if (begun.current !== words || getSelectedOptionIndex() < 0) selectFirstOption()
      begun.current = words
      setActive(chosenIn(list))
    })
    return () => cancelAnimationFrame(soon)
  }, [words, shown, list, selectFirstOption, getSelectedOptionIndex])

  const leave = () => {
    onClose()
    if (before instanceof HTMLElement) before.focus()
  }
  const choose = (id: string) => {
    leave()
    // What is done may put the focus elsewhere, so it comes after everything that closing does.
    setTimeout(() => groups.flatMap(({ items }) => items).find((item) => item.id === id)?.act())
  }
  return (
    <Modal opened onClose={leave} title={t('keys.palette')} withCloseButton={false} centered={false} yOffset="12vh" size={560} padding={0} returnFocus={false} classNames={{ header: styles.unseen }}>
      <Combobox store={combobox} onOptionSubmit={choose}>
        <Combobox.EventsTarget withAriaAttributes={false}>
          <TextInput
            role="combobox"
            aria-expanded={shown !== ''}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={active}
            autoComplete="off"
            data-autofocus
            size="md"
            variant="unstyled"
            className={styles.field}
            classNames={{ input: 'plain-words' }}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
            onKeyUp={() => setActive(chosenIn(list))}
            placeholder={t('palette.placeholder')}
            aria-label={t('keys.palette')}
            leftSection={<IconSearch size="1rem" />}
          />
        </Combobox.EventsTarget>
        <Combobox.Options id={list} className={styles.options} mah="60vh" aria-label={t('palette.found')}>
          {groups.map(({ name, items }) => (
            <Combobox.Group key={name} label={name}>
              {items.map(({ id, label, hint, keys }) => (
                <Combobox.Option key={id} value={id} className={styles.option}>
                  <bdi className={styles.label}>{label}</bdi>
                  {hint && (
                    <bdi className={styles.hint} dir="auto">
                      {hint}
                    </bdi>
                  )}
                  {keys && (
                    <Kbd dir="ltr" aria-hidden>
                      {keys}
                    </Kbd>
                  )}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {groups.length === 0 && !isLooking && <Combobox.Empty role="status">{t('palette.nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox>
    </Modal>
  )
}
