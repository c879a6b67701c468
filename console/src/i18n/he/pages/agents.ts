import type { Words } from '../../en'
import type { agents as english } from '../../en/pages/agents'

export const agents: Words<typeof english> = {
  title: 'נציגים',
  lead: 'מי בעבודה עכשיו, מה נמצא אצלם וכמה אפשר למסור להם בבת אחת.',
  empty: 'עוד לא היו נציגים בעבודה',
  emptyHint: 'נציגים מופיעים כאן אחרי שהיו בעבודה: את הזמינות בוחרים בתפריט האישי.',
  since: 'כבר {{time}}',
  holds: '{{used}} מתוך {{capacity}}',
  full: 'אין מקום',
  capacity: 'קיבולת',
  capacityOf: 'הקיבולת של {{name}}',
  needCapacity: 'מספר שלם מ־{{least}} עד {{most}}',
  saved: 'הקיבולת של {{name}} היא {{capacity}}.',
  save: 'שמירה',
  weights: 'כמה תופסת שיחה',
  weightsLead: 'כמה יחידות מהקיבולת של נציג תופסת כל שיחה של מספר, מ־1 עד 10. השינוי חל על מה שמגיע לנציגים מעכשיו.',
  weightOf: 'היחידות של שיחה של {{name}}',
}
