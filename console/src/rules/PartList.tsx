import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Keyed } from './draft'
import styles from './Rules.module.css'

interface Part<Kind extends string> {
  type: Kind
}

interface Props<Kind extends string, One extends Part<Kind>> {
  parts: Keyed<One>[]
  kinds: { value: Kind; label: string }[]
  label: string
  addLabel: string
  nameOf: (number: number) => string
  most: number
  wrong: (place: number) => string | undefined
  make: (kind: Kind) => Keyed<One>
  onChange: (parts: Keyed<One>[]) => void
  children: (one: Keyed<One>, change: (change: Partial<One>) => void, name: string) => ReactNode
}

/** Conditions or actions, one below the other, each of a kind that decides what is asked for. */
export function PartList<Kind extends string, One extends Part<Kind>>(props: Props<Kind, One>) {
  const { parts, kinds, label, addLabel, nameOf, most, wrong, make, onChange, children } = props
  const { t } = useTranslation()
  const replace = (key: number, next: Keyed<One>) => onChange(parts.map((one) => (one.key === key ? next : one)))
  const unused = kinds.find(({ value }) => !parts.some(({ type }) => type === value)) ?? kinds[0]!
  return (
    <>
      <ul className={styles.parts} aria-label={label}>
        {parts.map((one, n) => (
          <li key={one.key} className={styles.part}>
            <Select
              size="sm"
              allowDeselect={false}
              aria-label={nameOf(n + 1)}
              data={kinds}
              value={one.type}
              onChange={(kind) => kind && kind !== one.type && replace(one.key, { ...make(kind), key: one.key })}
            />
            <div className={styles.values}>{children(one, (change) => replace(one.key, { ...one, ...change }), nameOf(n + 1))}</div>
            <Button variant="default" aria-label={t('rules.dropOf', { name: nameOf(n + 1) })} onClick={() => onChange(parts.filter(({ key }) => key !== one.key))}>
              {t('rules.drop')}
            </Button>
            {wrong(n) && (
              <p className={styles.trouble} role="alert">
                {wrong(n)}
              </p>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <Button variant="default" leftSection={<IconPlus size="1rem" />} disabled={parts.length >= most} onClick={() => onChange([...parts, make(unused.value)])}>
          {addLabel}
        </Button>
      </div>
    </>
  )
}
