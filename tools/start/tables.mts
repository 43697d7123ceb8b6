import type { DataTable } from '../n8n/shapes.mts';

const DAY = 24 * 60 * 60_000;
const daysAgo = (days: number): string => new Date(new Date(Date.now() - days * DAY).setMinutes(0, 0, 0)).toISOString();

interface Customer {
	name: string;
	phone: string;
	/** Null: never agreed to advertising. */
	consentedDaysAgo: number | null;
	optedOutDaysAgo?: number;
	note?: string;
}

/**
 * Numbers as untidy as in a real list; those that begin with 0100000 go wrong in the local Kakao, each in its way. The
 * phone page opens whoever came last, so those who get the message stand at the end.
 */
const CUSTOMERS: readonly Customer[] = [
	{ name: '강하은', phone: '02-345-6789', consentedDaysAgo: 64, note: '일반전화' },
	{ name: '서예린', phone: '010-7890-1234', consentedDaysAgo: null, note: '광고 수신 동의 없음' },
	{ name: '신지호', phone: '010-9012-3456', consentedDaysAgo: 1200, note: '2년이 지난 동의' },
	{ name: '임수빈', phone: '010-8901-2345', consentedDaysAgo: 300, optedOutDaysAgo: 12, note: '수신 거부' },
	{ name: '조현우', phone: '010-2468-1357', consentedDaysAgo: 45, note: 'Opt-outs 명단에 있음' },
	{ name: '최유진', phone: '01000003019', consentedDaysAgo: 120, note: '카카오톡을 쓰지 않음' },
	{ name: '한지우', phone: '010-0000-2001', consentedDaysAgo: 17, note: '채널 친구가 아님' },
	{ name: '김서연', phone: '+82 10-2345-6789', consentedDaysAgo: 210 },
	{ name: '이준호', phone: '1034567890', consentedDaysAgo: 8, note: '엑셀에서 맨 앞 0이 사라진 번호' },
	{ name: '박지민', phone: '０１０－４５６７－８９０１', consentedDaysAgo: 402, note: '전각 숫자' },
	{ name: '정도윤', phone: '010.5678.9012', consentedDaysAgo: 95 },
	{ name: '윤서아', phone: '010 6789 0123', consentedDaysAgo: 3 },
	{ name: '홍길동', phone: '010-1234-5678', consentedDaysAgo: 31 },
];

/** What they have bought, by name; the others, nothing. */
const ORDERS: Readonly<Record<string, { region: string; spent: number; orders: number }>> = {
	임수빈: { region: '서울', spent: 410_000, orders: 11 },
	조현우: { region: '광주', spent: 64_000, orders: 2 },
	김서연: { region: '서울', spent: 230_000, orders: 7 },
	이준호: { region: '부산', spent: 120_000, orders: 4 },
	박지민: { region: '제주', spent: 99_000, orders: 3 },
	정도윤: { region: '경기', spent: 310_000, orders: 9 },
	홍길동: { region: '서울', spent: 158_000, orders: 5 },
};
const NOTHING = { region: '', spent: 0, orders: 0 };

/** What the workflows read and write; a column's name may hold Latin letters and digits only. */
export function demoTables(): DataTable[] {
	return [
		{
			name: 'Customers',
			columns: [
				{ name: 'name', type: 'string' },
				{ name: 'phone', type: 'string' },
				{ name: 'consentAt', type: 'date' },
				{ name: 'optedOutAt', type: 'date' },
				{ name: 'region', type: 'string' },
				{ name: 'spent', type: 'number' },
				{ name: 'orders', type: 'number' },
				{ name: 'note', type: 'string' },
			],
			rows: CUSTOMERS.map(({ name, phone, consentedDaysAgo, optedOutDaysAgo, note }) => ({
				name,
				phone,
				consentAt: consentedDaysAgo === null ? null : daysAgo(consentedDaysAgo),
				optedOutAt: optedOutDaysAgo === undefined ? null : daysAgo(optedOutDaysAgo),
				...(ORDERS[name] ?? NOTHING),
				note: note ?? '',
			})),
		},
		{
			name: 'Opt-outs',
			columns: [
				{ name: 'phone', type: 'string' },
				{ name: 'since', type: 'date' },
			],
			rows: [
				{ phone: '+82-10-2468-1357', since: daysAgo(5) },
				{ phone: '010-3333-4444', since: daysAgo(80) },
			],
		},
		{
			name: 'Channel members',
			columns: [
				{ name: 'userId', type: 'string' },
				{ name: 'phone', type: 'string' },
				{ name: 'name', type: 'string' },
				{ name: 'joinedAt', type: 'date' },
			],
			rows: [
				{ userId: '3012345678', phone: '010-1234-5678', name: '홍길동', joinedAt: daysAgo(31) },
				{ userId: '3023456789', phone: '010-2345-6789', name: '김서연', joinedAt: daysAgo(210) },
				{ userId: '3034567890', phone: '010-3456-7890', name: '이준호', joinedAt: daysAgo(8) },
			],
		},
		{
			name: 'Segment members',
			columns: [{ name: 'phone', type: 'string' }],
			rows: [],
		},
		{
			name: 'Members',
			columns: [
				{ name: 'mid', type: 'string' },
				{ name: 'name', type: 'string' },
				{ name: 'grade', type: 'string' },
			],
			rows: [
				{ mid: '1001', name: '홍길동', grade: 'VIP' },
				{ mid: '1002', name: '김서연', grade: '골드' },
				{ mid: '1003', name: '이준호', grade: '일반' },
			],
		},
		{
			name: 'Consult customers',
			columns: [
				{ name: 'userKey', type: 'string' },
				{ name: 'mid', type: 'string' },
				{ name: 'name', type: 'string' },
			],
			rows: [],
		},
		{
			name: 'Consult desk',
			columns: [
				{ name: 'userKey', type: 'string' },
				{ name: 'question', type: 'string' },
				{ name: 'withAgent', type: 'boolean' },
				{ name: 'sessionId', type: 'string' },
			],
			rows: [],
		},
	];
}
