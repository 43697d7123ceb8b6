/** Data of Kakao's own SDK (facts kakao-developers §8.1), as text: a parsed copy would have lost the digits it is about. */
export const PLUS_FRIENDS = `{"user_id":1234567890123456789,"channels":[
{"channel_uuid":"@테스트채널3","channel_public_id":"_frxjem","relation":"ADDED","updated_at":"2018-03-14T05:25:01Z"},
{"channel_uuid":"@테스트친구","channel_public_id":"_xnrxjem","relation":"ADDED","updated_at":"2018-02-20T05:27:07Z"},
{"channel_uuid":"@예시플러스친구","channel_public_id":"_Brxjem","relation":"NONE"}]}`;

/** Of a production script (facts §1.2). */
export const MULTI = `[{"user_id":1111111,"channels":[{"channel_uuid":"@test","channel_public_id":"_ZeUTxl","relation":"ADDED","created_at":"2021-05-10T08:06:53Z","updated_at":"2021-05-10T08:06:53Z"}]},
 {"user_id":2222222,"channels":[]}]`;

export const EXPIRED = '{"msg":"this access token is already expired","code":-401}';
export const INSUFFICIENT_SCOPES =
	'{"msg":"insufficient scopes.","code":-402,"api_type":"TALK_CHANNELS","required_scopes":["plusfriends"],"allowed_scopes":["profile","account_email"]}';
export const QUOTA = '{"msg":"API limit has been exceeded.","code":-10}';
export const error = (code: number, msg = 'said'): string => JSON.stringify({ msg, code });
