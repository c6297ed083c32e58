#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes zone_names.csv and zone_abbreviations.csv beside itself.

Reads the tz database (public domain) as installed: zone1970.tab, iso3166.tab and tzdata.zi. City names come from zone names, country names from
countries that keep a single zone; demonyms, states and cities that are no zone of their own are listed here.
"""
import pathlib
import unicodedata

TZ = pathlib.Path("/usr/share/zoneinfo")
HERE = pathlib.Path(__file__).parent

# Words before "time" that are no city of the tz database: demonyms, countries with one clock that matters, states, capitals.
OWN = {
    "Asia/Seoul": "korean|korea|south korean|south korea|seoul",
    "Asia/Pyongyang": "north korean|north korea|pyongyang",
    "Asia/Tokyo": "japanese|japan|tokyo|osaka",
    "Asia/Shanghai": "chinese|china|beijing|shanghai|peking|dandong|guangzhou|shenyang|wuhan",
    "Asia/Hong_Kong": "hong kong", "Asia/Macau": "macau|macao", "Asia/Taipei": "taiwan|taiwanese|taipei",
    "Europe/Moscow": "moscow|kremlin|st petersburg|saint petersburg|sochi|russian",
    "Asia/Vladivostok": "vladivostok|primorye", "Asia/Magadan": "magadan", "Asia/Novosibirsk": "novosibirsk",
    "America/New_York": "eastern|east coast|washington|new york|us eastern|u.s. eastern|atlanta|miami|boston|philadelphia|florida|virginia|maryland|georgia usa|north carolina|ohio|pennsylvania|michigan",
    "America/Chicago": "central|us central|u.s. central|chicago|texas|houston|dallas|austin|san antonio|missouri|illinois|minnesota|wisconsin|louisiana|oklahoma|nebraska|alabama|kansas|iowa",
    "America/Denver": "mountain|us mountain|u.s. mountain|denver|colorado|utah|salt lake|new mexico|montana|wyoming",
    "America/Phoenix": "arizona|phoenix",
    "America/Los_Angeles": "pacific|west coast|us pacific|u.s. pacific|california|los angeles|san francisco|seattle|nevada|las vegas|oregon|san diego",
    "America/Anchorage": "alaska|alaskan|anchorage", "Pacific/Honolulu": "hawaii|hawaiian|honolulu",
    "America/Halifax": "atlantic|halifax|nova scotia", "America/St_Johns": "newfoundland", "America/Toronto": "toronto|ottawa|ontario|montreal|quebec",
    "America/Vancouver": "vancouver|british columbia", "America/Edmonton": "alberta|calgary|edmonton",
    "Europe/London": "british|uk|u.k.|london|britain|scottish|england|edinburgh|manchester|greenwich summer",
    "Europe/Dublin": "irish|ireland|dublin|shannon",
    "UTC": "greenwich|greenwich mean|universal|coordinated universal|zulu|gmt|utc|world",
    "Europe/Paris": "french|france|paris|central european|central european summer|nice|lyon",
    "Europe/Berlin": "german|germany|berlin|munich|frankfurt|hamburg|cologne",
    "Europe/Rome": "italian|italy|rome|milan", "Europe/Vatican": "vatican",
    "Europe/Madrid": "spanish|spain|madrid|barcelona", "Atlantic/Canary": "canary islands|canaries", "Europe/Lisbon": "portuguese|portugal|lisbon",
    "Atlantic/Azores": "azores|azorean", "Europe/Brussels": "belgian|belgium|brussels", "Europe/Amsterdam": "dutch|netherlands|amsterdam",
    "Europe/Zurich": "swiss|switzerland|geneva|bern|davos", "Europe/Vienna": "austrian|austria", "Europe/Prague": "czech|prague", "Europe/Warsaw": "polish|poland",
    "Europe/Budapest": "hungarian|hungary", "Europe/Bucharest": "romanian|romania", "Europe/Sofia": "bulgarian|bulgaria",
    "Europe/Athens": "greek|greece", "Europe/Istanbul": "turkish|turkey|turkiye|ankara|istanbul", "Europe/Kyiv": "ukrainian|ukraine|kyiv|kiev",
    "Europe/Minsk": "belarusian|belarus", "Europe/Chisinau": "moldovan|moldova|chisinau", "Europe/Helsinki": "finnish|finland|eastern european|eastern european summer",
    "Europe/Stockholm": "swedish|sweden", "Europe/Oslo": "norwegian|norway", "Europe/Copenhagen": "danish|denmark", "Atlantic/Reykjavik": "icelandic|iceland",
    "Europe/Tallinn": "estonian|estonia", "Europe/Riga": "latvian|latvia", "Europe/Vilnius": "lithuanian|lithuania",
    "Asia/Jerusalem": "israeli|israel|jerusalem|tel aviv", "Asia/Beirut": "lebanese|lebanon", "Asia/Damascus": "syrian|syria", "Asia/Amman": "jordanian|jordan",
    "Asia/Baghdad": "iraqi|iraq", "Asia/Tehran": "iranian|iran|tehran", "Asia/Riyadh": "saudi|saudi arabia|riyadh|jeddah|mecca", "Asia/Dubai": "gulf|emirati|uae|u.a.e.|abu dhabi|dubai|gulf standard",
    "Asia/Qatar": "qatari|qatar|doha", "Asia/Bahrain": "bahraini|bahrain|manama", "Asia/Kuwait": "kuwaiti|kuwait", "Asia/Muscat": "omani|oman", "Asia/Aden": "yemeni|yemen|sanaa|aden",
    "Asia/Karachi": "pakistani|pakistan|islamabad|lahore|karachi|pakistan standard", "Asia/Kolkata": "indian|india|delhi|new delhi|mumbai|indian standard|bangalore|kolkata|calcutta",
    "Asia/Kabul": "afghan|afghanistan", "Asia/Kathmandu": "nepali|nepalese|nepal|kathmandu", "Asia/Colombo": "sri lankan|sri lanka", "Asia/Dhaka": "bangladeshi|bangladesh",
    "Asia/Yangon": "myanmar|burmese|burma|yangon|naypyidaw", "Asia/Bangkok": "thai|thailand", "Asia/Ho_Chi_Minh": "vietnamese|vietnam|hanoi|saigon|ho chi minh city",
    "Asia/Singapore": "singaporean|singapore", "Asia/Kuala_Lumpur": "malaysian|malaysia", "Asia/Manila": "philippine|philippines|filipino",
    "Asia/Makassar": "bali|central indonesia", "Asia/Ulaanbaatar": "mongolian|mongolia|ulan bator", "Asia/Almaty": "kazakh|kazakhstan|astana", "Asia/Tashkent": "uzbek|uzbekistan",
    "Asia/Yerevan": "armenian|armenia", "Asia/Baku": "azerbaijani|azerbaijan", "Asia/Tbilisi": "georgian", "Asia/Dushanbe": "tajik|tajikistan", "Asia/Bishkek": "kyrgyz|kyrgyzstan",
    "Asia/Ashgabat": "turkmen|turkmenistan",
    "Australia/Sydney": "sydney|canberra|melbourne|victoria|new south wales|australian eastern|australia eastern|aest", "Australia/Brisbane": "queensland|brisbane",
    "Australia/Adelaide": "adelaide|south australia|south australian", "Australia/Perth": "perth|western australia|western australian|australian western", "Australia/Darwin": "darwin|northern territory",
    "Pacific/Auckland": "new zealand|nz|wellington|auckland", "Pacific/Guam": "guam|chamorro", "Pacific/Port_Moresby": "papua new guinea", "Pacific/Fiji": "fijian|fiji", "Indian/Reunion": "reunion|la reunion",
    "Indian/Mauritius": "mauritian|mauritius", "Indian/Antananarivo": "madagascar|malagasy", "Indian/Maldives": "maldives|maldivian|male",
    "Africa/Cairo": "egyptian|egypt|cairo", "Africa/Johannesburg": "south african|south africa|pretoria|cape town", "Africa/Lagos": "nigerian|nigeria|abuja|west african|west africa",
    "Africa/Nairobi": "kenyan|kenya|east african|east africa|nairobi", "Africa/Harare": "zimbabwean|zimbabwe|central african|central africa", "Africa/Addis_Ababa": "ethiopian|ethiopia|addis ababa",
    "Africa/Algiers": "algerian|algeria", "Africa/Tunis": "tunisian|tunisia", "Africa/Tripoli": "libyan|libya", "Africa/Casablanca": "moroccan|morocco|rabat", "Africa/Khartoum": "sudanese|sudan",
    "Africa/Bamako": "malian|mali", "Africa/Niamey": "nigerien|niger", "Africa/Dakar": "senegalese|senegal", "Africa/Accra": "ghanaian|ghana", "Africa/Kampala": "ugandan|uganda|entebbe",
    "Africa/Kigali": "rwandan|rwanda", "Africa/Luanda": "angolan|angola", "Africa/Lusaka": "zambian|zambia", "Africa/Blantyre": "malawian|malawi|lilongwe", "Africa/Kinshasa": "congolese|kinshasa",
    "America/Mexico_City": "mexican|mexico|mexico city", "America/Havana": "cuban|cuba|havana", "America/Caracas": "venezuelan|venezuela|caracas", "America/Bogota": "colombian|colombia|bogota",
    "America/Lima": "peruvian|peru", "America/Santiago": "chilean|chile|santiago", "America/Argentina/Buenos_Aires": "argentine|argentinian|argentina|buenos aires", "America/Sao_Paulo": "brazilian|brazil|brasilia|sao paulo|rio|rio de janeiro",
    "America/La_Paz": "bolivian|bolivia|la paz", "America/Montevideo": "uruguayan|uruguay", "America/Asuncion": "paraguayan|paraguay", "America/Guayaquil": "ecuadorian|ecuador|quito",
    "America/Panama": "panamanian|panama", "America/Costa_Rica": "costa rican|costa rica", "America/Managua": "nicaraguan|nicaragua", "America/Guatemala": "guatemalan|guatemala",
    "America/Tegucigalpa": "honduran|honduras", "America/El_Salvador": "salvadoran|el salvador", "America/Jamaica": "jamaican|jamaica|kingston", "America/Port-au-Prince": "haitian|haiti",
    "America/Santo_Domingo": "dominican", "America/Puerto_Rico": "atlantic standard|puerto rican|puerto rico|san juan", "America/Curacao": "curacao", "America/Port_of_Spain": "trinidad",
    "America/Nuuk": "greenland|greenlandic|nuuk", "Antarctica/McMurdo": "mcmurdo",
    "Asia/Nicosia": "cyprus|cypriot|larnaca|paphos", "Europe/Malta": "maltese", "Europe/Bratislava": "slovak", "Europe/Ljubljana": "slovenian|slovene", "Europe/Zagreb": "croatian",
    "Europe/Sarajevo": "bosnian", "Europe/Skopje": "macedonian", "Europe/Podgorica": "montenegrin", "Europe/Tirane": "albanian|tirana", "Europe/Belgrade": "serbian|serbia|kosovo",
    "Europe/Luxembourg": "luxembourgish", "Atlantic/Faroe": "faroese|faroe islands", "Asia/Gaza": "palestinian", "Pacific/Apia": "samoan", "Pacific/Tahiti": "tahitian|papeete", "Asia/Vientiane": "lao|laotian",
    "Asia/Phnom_Penh": "cambodian", "Asia/Thimphu": "bhutanese", "Asia/Brunei": "bruneian", "Asia/Dili": "timorese", "Pacific/Tongatapu": "tongan", "Pacific/Tarawa": "kiribati", "Pacific/Majuro": "marshallese",
    "Asia/Jakarta": "indonesian|indonesia|west indonesia|western indonesia", "Indian/Mahe": "seychellois", "Africa/Dar_es_Salaam": "tanzanian", "Africa/Mogadishu": "somali", "Africa/Asmara": "eritrean", "Africa/Djibouti": "djiboutian",
    "Africa/Abidjan": "ivorian", "Africa/Ouagadougou": "burkinabe", "Africa/Lome": "togolese", "Africa/Porto-Novo": "beninese", "Africa/Libreville": "gabonese", "Africa/Douala": "cameroonian", "Africa/Ndjamena": "chadian",
    "Africa/Windhoek": "namibian", "Africa/Gaborone": "botswanan", "Africa/Maputo": "mozambican", "Africa/Bujumbura": "burundian", "Africa/Banjul": "gambian", "Africa/Conakry": "guinean", "Africa/Monrovia": "liberian",
    "Atlantic/Cape_Verde": "cape verdean", "America/Guyana": "guyanese", "America/Paramaribo": "surinamese", "America/Barbados": "barbadian|bajan", "America/Nassau": "bahamian", "Atlantic/Bermuda": "bermudian|bermudan",
    "America/Belize": "belizean", "Australia/Hobart": "tasmanian|tasmania",
}

# Abbreviation, country it is for (empty: the usual reading), zone whose rules give it.
ABBREVIATIONS = """
GMT,,UTC|UTC,,UTC|Z,,UTC|ZULU,,UTC|UT,,UTC|KST,,Asia/Seoul|KST,KP,Asia/Pyongyang|PYT,,Asia/Pyongyang|JST,,Asia/Tokyo|BST,,Europe/London|BST,BD,Asia/Dhaka
WET,,Europe/Lisbon|WEST,,Europe/Lisbon|CET,,Europe/Paris|CEST,,Europe/Paris|EET,,Europe/Athens|EEST,,Europe/Athens|MSK,,Europe/Moscow|TRT,,Europe/Istanbul|SAMT,,Europe/Samara
EST,,America/New_York|EDT,,America/New_York|ET,,America/New_York|EST,AU,Australia/Sydney|EDT,AU,Australia/Sydney
CST,,America/Chicago|CDT,,America/Chicago|CT,,America/Chicago|CST,CN,Asia/Shanghai|CST,TW,Asia/Taipei|CST,CU,America/Havana|CDT,CU,America/Havana|CST,MX,America/Mexico_City|CST,AU,Australia/Adelaide
MST,,America/Denver|MDT,,America/Denver|MT,,America/Denver|MST,AZ,America/Phoenix|PST,,America/Los_Angeles|PDT,,America/Los_Angeles|PT,,America/Los_Angeles|PST,PH,Asia/Manila|PHT,,Asia/Manila|PHST,,Asia/Manila
AKST,,America/Anchorage|AKDT,,America/Anchorage|AKT,,America/Anchorage|HST,,Pacific/Honolulu|HAST,,Pacific/Honolulu|AST,,America/Puerto_Rico|ADT,,America/Halifax|AST,PR,America/Puerto_Rico|AST,SA,Asia/Riyadh|NST,,America/St_Johns|NDT,,America/St_Johns
IST,,Asia/Kolkata|IST,IN,Asia/Kolkata|IST,IE,Europe/Dublin|IST,IL,Asia/Jerusalem|IDT,,Asia/Jerusalem|IRST,,Asia/Tehran|IRDT,,Asia/Tehran|GST,,Asia/Dubai|GST,GU,Pacific/Guam|CHST,,Pacific/Guam|PKT,,Asia/Karachi|AFT,,Asia/Kabul|NPT,,Asia/Kathmandu
SGT,,Asia/Singapore|SST,SG,Asia/Singapore|HKT,,Asia/Hong_Kong|MYT,,Asia/Kuala_Lumpur|ICT,,Asia/Bangkok|WIB,,Asia/Jakarta|WITA,,Asia/Makassar|WIT,,Asia/Jayapura|MMT,,Asia/Yangon|ULAT,,Asia/Ulaanbaatar|UZT,,Asia/Tashkent|AMT,,Asia/Yerevan|AZT,,Asia/Baku|GET,,Asia/Tbilisi
VLAT,,Asia/Vladivostok|MAGT,,Asia/Magadan|NOVT,,Asia/Novosibirsk|KRAT,,Asia/Krasnoyarsk|IRKT,,Asia/Irkutsk|YAKT,,Asia/Yakutsk|PETT,,Asia/Kamchatka|YEKT,,Asia/Yekaterinburg|OMST,,Asia/Omsk|SAKT,,Asia/Sakhalin
AEST,,Australia/Sydney|AEDT,,Australia/Sydney|AET,,Australia/Sydney|ACST,,Australia/Adelaide|ACDT,,Australia/Adelaide|AWST,,Australia/Perth|NZST,,Pacific/Auckland|NZDT,,Pacific/Auckland|NZT,,Pacific/Auckland|FJT,,Pacific/Fiji
CAT,,Africa/Harare|EAT,,Africa/Nairobi|WAT,,Africa/Lagos|SAST,,Africa/Johannesburg|BRT,,America/Sao_Paulo|BRST,,America/Sao_Paulo|ART,,America/Argentina/Buenos_Aires|CLT,,America/Santiago|CLST,,America/Santiago
VET,,America/Caracas|COT,,America/Bogota|PET,,America/Lima|BOT,,America/La_Paz|ECT,,America/Guayaquil|UYT,,America/Montevideo|GYT,,America/Guyana
"""


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if ord(c) < 128).lower().replace("_", " ")


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def main():
    names = {}
    zones, by_country = set(), {}
    for fields in rows(TZ / "zone1970.tab"):
        zones.add(fields[2])
        for country in fields[0].split(","):
            by_country.setdefault(country, []).append(fields[2])
    links = [line.split()[1:3] for line in (TZ / "tzdata.zi").read_text().splitlines() if line.startswith("L ")]
    for zone in sorted(zones) + sorted(alias for _, alias in links if "/" in alias and alias.split("/")[0] not in ("Etc", "US", "Brazil", "Canada", "Chile", "Mexico", "SystemV")):
        city = plain(zone.split("/")[-1])
        if city.replace(" ", "").replace("-", "").isalpha() and city not in ("center", "general", "knox", "east", "west", "north", "south", "central"):
            names.setdefault(city, zone)
    for fields in rows(TZ / "iso3166.tab"):
        if len(by_country.get(fields[0], [])) == 1 and "(" not in fields[1] and "&" not in fields[1]:
            names.setdefault(plain(fields[1]), by_country[fields[0]][0])
    for zone, words in OWN.items():
        for word in words.split("|"):
            names[word] = zone
    remark = "# Made by make_zone_tables.py; zones, cities and countries from the tz database (public domain).\n"
    with open(HERE / "zone_names.csv", "w") as out:
        out.write(remark + "name,zone\n")
        out.writelines(f"{name},{zone}\n" for name, zone in sorted(names.items()))
    with open(HERE / "zone_abbreviations.csv", "w") as out:
        out.write(remark + "abbreviation,country,zone\n")
        out.writelines(row + "\n" for row in ABBREVIATIONS.replace("\n", "|").split("|") if row)


if __name__ == "__main__":
    main()
