import { IconArchive, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'

/** What WhatsApp tells and nothing here shows yet: how much of each kind, never what it says. */
export function UnreadChanges() {
  const { t } = useTranslation()
  const momentWords = useMomentWords()
  const changes = useQuery(queries.unreadChanges)
  return (
    <Section title={t('operations.unread.title')} lead={t('operations.unread.lead')}>
      <Loaded of={changes}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconCircleCheck />} title={t('operations.unread.empty')} hint={t('operations.unread.emptyHint')} />
          ) : (
            <Rows label={t('operations.unread.title')}>
              {items.map(({ field, count, newest }) => (
                <Row
                  key={field}
                  icon={<IconArchive />}
                  name={<bdi dir="ltr">{field}</bdi>}
                  facts={[t('operations.unread.kept', { count }), t('operations.unread.newest', { time: momentWords(newest) })]}
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Section>
  )
}
