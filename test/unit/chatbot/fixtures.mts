/** Skill calls as seen (facts kakao-developers §8.2). */

export const BUILDER_TEST =
	'{"intent":{"id":"s1sabfeglft2g","name":"블록 이름"},"userRequest":{"timezone":"Asia/Seoul","params":{"ignoreMe":"true"},"block":{"id":"s1sabfeglft2","name":"블록 이름"},"utterance":"하이!","lang":null,"user":{"id":"123456","type":"accountId","properties":{}}},"bot":{"id":"5fe45a6ddfbb1","name":"봇 이름"},"action":{"name":"mbwnrkyh42","clientExtra":null,"params":{"cate":"학사","when":"yesterday","sys_text":"코로나","search":"소프트"},"id":"3f7ir2rgub3p","detailParams":{"sys_text":{"origin":"코로나","value":"코로나","groupName":""}}}}';

export const BOT_TESTER =
	'{"action":{"clientExtra":{},"detailParams":{"sys_text":{"groupName":"","origin":"2021","value":"2021"}},"id":"id","name":"스킬 이름","params":{"sys_text":"2021"}},"bot":{"id":"id","name":"botName"},"contexts":[],"intent":{"extra":{"reason":{"code":1,"message":"OK"}},"id":"id","name":"intentName"},"userRequest":{"block":{"id":"id","name":"userRequestName"},"lang":"kr","params":{"ignoreMe":"true","surface":"BuilderBotTest"},"timezone":"Asia/Seoul","user":{"id":"id","properties":{"botUserKey":"key","bot_user_key":"key"},"type":"botUserKey"},"utterance":"발화문\\n"}}';

export const VALIDATION =
	'{"bot":{"id":"5f0000000000000000000001","name":"예시봇"},"utterance":"01000000000","params":{"surface":"Kakaotalk.plusfriend"},"isInSlotFilling":true,"user":{"id":"0a1b2c3d","type":"botUserKey","properties":{"botUserKey":"0a1b2c3d","appUserStatus":"REGISTERED","isFriend":true,"app_user_status":"REGISTERED","app_user_id":"1234567890","plusfriendUserKey":"AbCdEfGhIjKl","appUserId":"1234567890","bot_user_key":"0a1b2c3d","plusfriend_user_key":"AbCdEfGhIjKl"}},"value":{"origin":"01000000000","resolved":"01000000000"},"timezone":"Asia/Seoul","lang":"ko"}';

const USER = 'ab01'.repeat(17);
export const ROOM = 'cd23'.repeat(17);
export const GROUP_CHAT = `{"bot":{"id":"667e5382f2b2f84cb555091c!","name":"가이드봇"},"intent":{"id":"670398cbef21cb53dd079dd9","name":"날씨 조회"},"userRequest":{"utterance":"오늘 날씨 어때?","user":{"id":"${USER}","type":"botUserKey","properties":{"botUserKey":"${USER}","appUserId":"1234567890"}},"chat":{"id":"${ROOM}","type":"botGroupKey","properties":{"botGroupKey":"${ROOM}"}}},"action":{"id":"670398b5de0e6d687aa6db94","name":"실시간 날씨 조회 스킬","params":{"sys_date":"sys.date"},"detailParams":{"sys_date":{"groupName":"","origin":"오늘","value":"sys.date"}}}}`;
