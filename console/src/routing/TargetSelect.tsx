import { Select, type SelectProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Mark } from '../availability/Mark'
import type { Target } from './targets'
import styles from './TargetSelect.module.css'

interface Props extends Omit<SelectProps, 'data' | 'renderOption'> {
  targets: Map<string, Target>
}

/** Departments and colleagues to choose from, each with how busy they are there. */
export function TargetSelect({ targets, ...props }: Props) {
  const { t } = useTranslation()
  const group = (kind: Target['kind']) =>
    [...targets].filter(([, one]) => one.kind === kind).map(([value, { name }]) => ({ value, label: name }))
  return (
    <Select
      size="sm"
      searchable
      limit={100}
      openOnFocus={false}
      placeholder={t('transfers.find')}
      nothingFoundMessage={t('transfers.nobody')}
      data={[
        { group: t('transfers.departments'), items: group('department') },
        { group: t('transfers.colleagues'), items: group('colleague') },
      ].filter(({ items }) => items.length > 0)}
      renderOption={({ option: { value } }) => <Option target={targets.get(value)!} />}
      {...props}
    />
  )
}

function Option({ target }: { target: Target }) {
  const { t } = useTranslation()
  const load =
    target.kind === 'colleague'
      ? [t(`availability.${target.availability}`), t('transfers.holds', { used: target.used, capacity: target.capacity })]
      : [
          target.waiting === 0 ? t('departments.nobodyWaits') : t('transfers.waiting', { count: target.waiting }),
          target.isDeserted ? t('offers.deserted') : target.atWork === 0 ? t('transfers.nobodyAtWork') : t('transfers.free', { free: target.free, atWork: target.atWork }),
        ]
  return (
    <span className={styles.option}>
      <span className={styles.name}>
        {target.kind === 'colleague' && <Mark of={target.availability} />}
        <bdi>{target.name}</bdi>
      </span>
      <span className={styles.load}>{load.join(' · ')}</span>
    </span>
  )
}
