/**
 * What Curtsy knows of the world's numbering plans. Written by `.tools/phone-table.mjs` from the metadata of
 * libphonenumber-js 1.13.16, which is that of Google's libphonenumber (Apache 2.0): don't edit it by hand.
 *
 * A row a region, in the order of calling codes: how far its code is from the row before (nothing for 1), the region,
 * its trunk prefix (nothing where there is none), behind a dot how its numbers begin (where that tells it from the main
 * region of its code), and how long people's numbers are (a letter a length, I for nine). Of the regions that share a
 * code the main one is first.
 */
export const phoneTable =
  'us1J0ag1J0ai1J0as1J0bb1J0bm1J0bs1J0ca1.204|226|236|249|250|257|263|273|289|306|343|354|365|367|368|382|403|416|418|428|431|437|438|450|468|474|506|514|519|548|579|581|584|587|604|613|639|647|672|683|705|709|742|753|778|780|782|807|819|825|867|873|879|902|905|942J0dm1J0do1.8001|8[024]9J0gd1J0gu1J0jm1J0kn1J0ky1J0lc1J0mp1J0ms1J0pr1J0sx1J0tc1J0tt1J0vc1J0vg1J0vi1J6ru8J0kz8.7J13eg0HIJ7za0EFGHI3grJnl0IKbe0HIfr0IesI2hu06HI3itFGHIJKL0vaFGHIJKro0FIch0I2at0DEFGHIJKLMgb0IJ0gg0J0im0J0je0JdkHse0GHInoH0sjHplGIde0EFGHIJKLM2pe0HImxJcu0FGHJar0JKbr0JKclIco0HJve0J2my0HIJau0I0cc0I0cx0Iid0GHIJKLph0FHIJnz0HIJsgHth0HI15jp0IJkr0EFHIJ2vn0IJ2cn0GHIJK4tr0Jin0Jpk0IJaf0Ilk0Imm0FGHIJ3ir0FGJ113ss0Ima0I0eh0Idz0HI3tnH2ly0I2gmGIsnImrHmlHgnHIciJbfHneHtgHbjJmuGHlr0GHIsl0Hgh0Ing0JtdHcfHcmIcvGstGgqIgaGHcgIcd0GHIJaoIgwIioGacEscGsd0Irw0HIet0Iso0FGHIdjHke0GHItz0Iug0IbiHmzHI2zm0Img0Ire0I0yt0Izw0Ina0HImw0GIlsHbwGHszHkmG21shDE0taDer0G6awGfoFglF51giHptIluDEFGHIJKie0GHIJisGIal0HImtHcyHfi0EFGHIJ0ax0FGHIJbg0FGHI11lt0HlvHeeGHmd0Ham0Hby8IadFImc0HIsmHJ2ua0Irs0GHIJKLme0Hxk0HIJKL2hr0HIsi0Hba0HI2mk0H31czIsk0FGI2li0GI77fkEbzGgtHsvHhnHniHcrHpaGHpm0FIhtH81gp0I0bl0I0mf0Ibo0HgyGec0HIgf0Ipy0GHImq0IsrFGuy0HcwGH0bqG71tlGH2nfFbnGnrGpgGHtoEGsbEGvuEGfjGpwGwfFckEnuDG2wsEFGJki0EHncFtvEFGpfHtkDEFGfmGmh1G158kp0HJ2hkHmoH2kh0HIla0HIJ24bd0FGHIJ6tw0HI74mvGlb0GHjo0HIsy0HIiq0HIJkwHsa0Iye0GHIomH2ps0HIae0HIil0HIKLbhHqaHbtGHmn0HIJnp0HJ15tjItm8Haz0Ige0Ikg0I2uzI';
