/** One of the chats on a phone. */
export interface Room {
	/** 'all', 'sms', the channel's search id, or what `botRoom` makes of it. */
	id: string;
	name: string;
	/** Of a chatbot's room: its channel. */
	bot?: string;
}
