"""First names that tell a man from a woman, and short forms. Names that both bear are left out."""

from __future__ import annotations

from claims.cues import lexicon

MASCULINE = lexicon("""
    aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro aleksandr alexander alexei
    ali allan allen alvin anatoly anders andre andreas andrei andrew andrij andriy angus anthony anton antonio ari
    arnold arthur barack barry bashar ben benjamin bernard bernie bill billy bob bobby boris brad bradley brendan
    brett brian bruce bruno bryan byron calvin carl carlos cesar charles charlie chester chris christian christopher
    chuck clarence claude clayton cliff clifford clint colin conor corey craig curtis dale damian dan daniel danny
    darrell darren dave david dean dennis derek derrick dick diego dimitri dmitri dmitry dominic don donald doug
    douglas dwight earl ed eddie edgar eduardo edward edwin eli elijah elliott emmanuel enrique eric erik ernest
    ernesto ethan eugene evan felipe felix fernando floyd francis francisco franck frank franklin fred frederick
    gareth gary gavin gene geoffrey george gerald gerard gilbert giovanni giuseppe glenn gordon graham grant greg
    gregory guillermo gustavo guy hamid hans harold harry harvey hassan hector henri henry herbert herman hiroshi
    howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jacques jake jamal james jared jason javier jay
    jean-claude jeb jeff jeffrey jeremy jerome jerry jesus jim jimmy joachim joe joel johan johannes john johnny jon
    jonathan jordan jorge jose josef joseph josh joshua jozef juan julian julio justin karl keith ken kenneth kent
    kevin khalid kirk klaus konstantin kurt kyle lance larry lars lawrence len leo leon leonard leonid lester lewis
    liam lloyd louis luca lucas luigi luis luke malcolm manuel marc marco marcus mario mark martin marvin massimo
    mathias matt matthew maurice mauricio max maxim mehmet melvin michael michel mick miguel mike mikhail milton
    mitch mitchell mitt mohamed mohammad mohammed moshe muhammad murray mustafa nathan nathaniel ned neil nelson
    newt nicholas nick nicolas nigel nikolai noah noam norman oleg oleh oleksandr oliver omar osama oscar otto pablo
    patrick paul paulo pavel pedro perry pete peter petr petro phil philip philippe phillip pierre piotr rafael rahm
    ralph ramon rand randall raul ray raymond recep reggie rene rex ricardo richard rick ricky rob robert roberto
    rod rodney rodrigo roger roland roman ron ronald ronnie ross roy ruben rudolf rudy rupert russ russell ryan
    salman salvador sam samuel santiago saul scott sean sebastian sergei sergey sergio seth shane shaun shawn
    sheldon simon stanley stefan stephane stephen steve steven stewart stuart sven ted terence terrence theodore
    thomas tim timothy toby todd tom tommy tony travis trent trevor tyler ulrich vadim valery victor viktor vincent
    vitaly vladimir volodymyr wade wallace walter warren wayne wesley will willard william willie wolfgang xavier
    yasser yuri yves zachary
    """)
"""First names of men, in small letters."""

FEMININE = lexicon("""
    abby abigail ada adriana agnes alexandra alice alicia alison allison alyssa amanda amber amelia amy ana angela
    angelina anita ann anna anne annette annie april ariana arianna audrey barbara beatrice becky bella bernadette
    bernice beth betsy betty beverly bonnie brenda bridget brigitte brittany camille carly carmen carol carole
    caroline carolyn carrie catherine cathy cecilia charlotte chelsea cheryl christina christine cindy claire clara
    clarissa claudia colleen connie constance crystal cynthia daisy danielle debbie deborah debra denise diana diane
    dolores donna dora doris dorothy edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen ellie
    elsa emily emma erica erika erin esther eva eve evelyn faith fatima felicia fiona florence frances gabriela
    gabrielle gail geraldine gina ginger giulia gladys glenda gloria grace greta gwen hannah harriet heather heidi
    helen helena helene hillary holly huma ida inga ingrid irene irina iris isabel isabella ivana ivanka ivy
    jacqueline jane janet janice jasmine jeanne jeannette jennifer jenny jessica jill joan joanna joanne josephine
    joy joyce juanita judith judy julia juliana julie juliet june karen karin kate katherine kathleen kathryn kathy
    katie katrina kayla kellyanne kirsten kristen kristin kristina laila larissa laura lauren leah lena leslie
    lilian lily linda lisa liz loretta lori lorraine louise lucia lucille lucy lydia mabel madeleine madeline
    magdalena mandy marcia margaret maria mariana marianne marie marilyn marina marissa marjorie marlene marta
    martha mary maryam maureen maxine megan megyn melania melanie melinda melissa mercedes meredith mia michelle
    mildred miranda miriam molly monica nadia nancy naomi natalia natalie natasha nicole nina nora norma olga olivia
    ophelia pamela patricia patty paula pauline peggy penelope penny phyllis priscilla rachel ramona rebecca regina
    renata rhonda rita roberta rosa rosalie rose roseanne rosemary roxanne ruby ruth sabrina sadie sally samantha
    sandra sara sarah selena sharon sheila shelly sherry shirley silvia sofia sonia sophia sophie stacey stacy
    stella stephanie sue susan susanna suzanne svetlana sylvia tamara tammy tanya tara tatiana teresa theresa
    tiffany tina ursula valentina valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian
    wanda wendy whitney yolanda yulia yvonne zoe
    """)
"""First names of women, in small letters."""

SHORT_FOR = {
    short: long
    for long, shorts in {
        "abraham": "abe", "albert": "al bert", "alexander": "alex sandy", "andrew": "andy drew", "anthony": "tony",
        "benjamin": "ben benny", "bernard": "bernie", "charles": "charlie chuck", "christopher": "chris",
        "daniel": "dan danny", "david": "dave", "deborah": "debbie deb", "donald": "don donnie", "douglas": "doug",
        "edward": "ed eddie ned", "elizabeth": "liz beth betsy betty", "eugene": "gene", "frederick": "fred",
        "gerald": "jerry", "gregory": "greg", "henry": "hank harry", "jacob": "jake", "james": "jim jimmy jamie",
        "jeffrey": "jeff", "jennifer": "jen jenny", "john": "jack johnny jon", "joseph": "joe joey",
        "joshua": "josh", "judith": "judy", "katherine": "kate katie kathy", "kenneth": "ken kenny",
        "lawrence": "larry", "leonard": "len lenny", "margaret": "maggie meg peggy", "matthew": "matt",
        "michael": "mike mick mickey", "mitchell": "mitch", "nathaniel": "nathan nate", "nicholas": "nick",
        "pamela": "pam", "patricia": "pat patty", "patrick": "pat", "peter": "pete", "philip": "phil",
        "raymond": "ray", "rebecca": "becky", "richard": "rick dick rich ricky", "robert": "bob bobby rob robbie",
        "ronald": "ron ronnie", "rudolph": "rudy", "russell": "russ", "samuel": "sam", "stephen": "steve",
        "steven": "steve", "susan": "sue", "theodore": "ted teddy", "thomas": "tom tommy", "timothy": "tim",
        "victoria": "vicky", "vincent": "vince", "walter": "walt", "william": "bill billy will willie",
    }.items()
    for short in shorts.split()
}  # fmt: skip
"""Short first name to the one that it stands for."""
