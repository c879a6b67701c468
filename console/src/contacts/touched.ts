/** What shows contacts, and is asked for again when one has changed. */
export const TOUCHED = [['contact'], ['contacts'], ['contact-labels'], ['conversations'], ['conversation']]
