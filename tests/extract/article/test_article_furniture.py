"""Furniture: what a page prints around an article is marked, and no sentence of the article is."""

import tomllib
from importlib import resources
from itertools import pairwise

import pytest
from cost import Work, assert_linear
from hypothesis import given
from hypothesis import strategies as st

from extract.article.furniture import find_furniture

PARAGRAPH = "وقال الضابط إن القوات أنهت مهمتها في القاعدة قبل نهاية الأسبوع، وإن آخر جندي غادرها."


def furniture(text: str) -> list[str]:
    return [span.of(text) for span in find_furniture(text)]


@pytest.mark.parametrize(
    "line",
    [
        "شارك", "شارك 25", "شارك: 1.2K", "25 مشاركة", "فيسبوك 214", "فيسبوك | تويتر | واتساب", "التعليقات (34)",
        "12 تعليقا", "شــارك", "حمل تطبيق آخر خبر", "حمّل التطبيق", "عدد المشاهدات: 1234", "مدة القراءة: 3 دقائق",
        "3 دقائق للقراءة", "آخر تحديث: 10:30", "المصدر: وكالة الساحل", "تصوير: أحمد / فرانس برس 2024",
        "جميع الحقوق محفوظة 2026", "إعلان", "اقرأ أيضا: مقتل 5 جنود في هجوم", "إقرأ أيضاً", "آخر الأخبار",
        "تابعنا على تلغرام", "اشترك في نشرتنا البريدية", "انتهى", "انتهى/ 25 ح", "الوسوم: العراق، داعش",
        "\u200fشارك\u200f", "اشتراک گذاری", "اشتراک‌گذاری ۱۲", "به اشتراک بگذارید", "۱۲ نظر", "نظرات (۳)",
        "بازدید ۱۲۳۴", "کد خبر: ۸۷۶۵۴۳", "انتهای پیام/ ۲۱۴", "پایان خبر", "برچسب‌ها: عراق، داعش", "برچسبها: عراق",
        "دانلود اپلیکیشن خبرگزاری", "عکس: رویترز", "بیشتر بخوانید: ۵ کشته در کابل", "کلیه حقوق این سایت محفوظ است",
        "زمان مطالعه: ۳ دقیقه", "آخرین اخبار", "Share", "SHARE THIS STORY", "Share  Tweet  Email  1.1K",
        "Facebook 214 X 87", "12 comments", "1,204 views", "Comments (12)", "3 min read", "Updated 3 hours ago",
        "Published 18 January 2026, 5:40 pm", "Photo: AFP/2024", "Image credit: Getty Images 2025",
        "© 2026 Meridian Wire. Suite 300, 12 Harbour Street, all rights reserved.", "Copyright 2026 Meridian",
        "Copyright © 2026", "Download our app", "Sign up for our newsletter", "Follow us on Telegram",
        "Read more: 12 killed in raid", "Advertisement", "Related", "• Share", "Topics | Iraq | Syria", "Latest news",
        "Leave a comment",
    ],
)  # fmt: skip
def test_furniture(line: str) -> None:
    text = f"{PARAGRAPH}\n\n{line}\n"
    assert furniture(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "وشارك في المعركة 300 جندي", "شارك 300 جندي في المعركة", "شاركت 3 دول", "مشاركة 12 دولة في التمرين",
        "تعليق 5 رحلات جوية", "إرسال 500 جندي إلى الحدود", "نشر 2000 جندي", "حفظ السلام: 12 بعثة", "متابعة 3 ملفات",
        "مصدر: مقتل 5 جنود في هجوم", "مصدر أمني: 12 قتيلا", "صورة الوضع بعد 3 أشهر من الحرب", "تحرير 3 مدن",
        "انتهى اجتماع 5 دول", "حمل تطبيق القانون 300 عائلة على الرحيل", "نشرت وزارة الدفاع 12 بطارية",
        "المزيد من 50 غارة", "بحث 5 وزراء الملف", "قراءة في 3 كتب", "القائمة تضم 12 اسما", "عاجل: مقتل 4 أشخاص",
        "5 دقائق", "12 جنديا", "٣٠٠ شخص", "ارسال ۵۰۰ نیرو به مرز", "بازدید ۵ وزیر از پایگاه",
        "نظر ۱۲ کشور درباره توافق", "چاپ ۳ کتاب", "تمام حقوق ۵۰۰ کارگر پرداخت شد", "اشتراک ۳ کشور در رزمایش",
        "عکس ۱۲ سرباز منتشر شد", "بخوانید: ۵ کشته در کابل", "ورود ۲۰۰ خودرو", "خانه ۵ نفر ویران شد",
        "Share prices fell 5 percent", "Shares of 3 firms fell", "Post office hit, 5 killed",
        "Print workers strike, 300 out", "Updated rules hit 12 firms", "Published reports name 12 officers",
        "Copyright law hits 12 firms", "Latest: 12 killed in raid", "Breaking news: 5 soldiers dead",
        "Popular-front militia kills 5", "Photo: 25 soldiers stand guard at the gate of the base",
        "Source: 12 killed in Kabul blast", "Home guard of 300 men", "Read more than 25 books",
        "Related attacks killed 12", "Download speeds fell 5 percent", "Follow 5 rules", "5 m", "5 km", "12 K",
        "Save 3 lives", "Views differ on 2 points", "Next, 5 men left", "Comment: 3 lessons of a war",
        "X-ray finds 5 bombs",
    ],
)  # fmt: skip
def test_article(line: str) -> None:
    assert furniture(line) == []
    assert furniture(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}\n") == []


def test_a_heading_takes_its_links_along_to_the_end() -> None:
    text = f"{PARAGRAPH}\n\nأخبار ذات صلة\n3 جرحى في حادث سير\n\nما الذي يحدث للدولار؟\n5 نصائح.. للتوفير\n"
    assert furniture(text) == ["أخبار ذات صلة", "3 جرحى في حادث سير", "ما الذي يحدث للدولار؟", "5 نصائح.. للتوفير"]


def test_a_heading_inside_the_article_ends_at_the_next_paragraph() -> None:
    text = f"{PARAGRAPH}\nاقرأ أيضا\n3 جرحى في حادث سير\n{PARAGRAPH}\n12 قتيلا في المجموع\n"
    assert furniture(text) == ["اقرأ أيضا", "3 جرحى في حادث سير"]


def test_a_heading_above_the_article_leaves_the_headline_alone() -> None:
    text = f"LATEST NEWS\n\nFour attacks in a year\n\n{PARAGRAPH}\n"
    assert furniture(text) == ["LATEST NEWS"]


def test_a_long_line_is_a_paragraph_whatever_it_begins_with() -> None:
    assert furniture("Share " + "of the 300 men, " * 20) == []


def test_a_sentence_about_sharing_is_kept() -> None:
    text = f"{PARAGRAPH}\nRelated\nThe 300 men who shared the base with the army left it on Monday.\n"
    assert furniture(text) == ["Related"]


def test_a_paragraph_broken_by_width_is_kept_under_a_heading() -> None:
    wrapped = (
        "The 12 soldiers who had been held in the north since the spring\n"
        "were handed over on Monday at a crossing that had been shut for\n"
        "years, in the presence of 3 observers."
    )
    text = f"{wrapped}\n\nRelated\n\n{wrapped}\n\nRelated\nGold rises 3 percent\n"
    assert furniture(text) == ["Related", "Related", "Gold rises 3 percent"]


def test_offsets_are_those_of_the_text_with_its_line_ends() -> None:
    text = f"\ufeff{PARAGRAPH}\r\n\r\n  شارك 25  \r\n"
    (span,) = find_furniture(text)
    assert span.of(text) == "شارك 25"


@given(
    st.lists(
        st.sampled_from(["شارك", "Related", "© 2026", "12", PARAGRAPH, "\n", "\r\n", " ", "Read more: x", "\u200f"])
    )
)
def test_spans_are_in_order_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    spans = find_furniture(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end < after.start for before, after in pairwise(spans))


@pytest.mark.parametrize("piece", ["\n", "شارك\n", "a b\n", " ", "K", "© "])
def test_cost_is_linear(piece: str) -> None:
    def work(times: int) -> Work:
        text = piece * times
        return lambda: find_furniture(text)

    assert_linear(work, 4_000)


def test_the_data_file_is_well_formed() -> None:
    data = tomllib.loads(resources.files("extract.ontology").joinpath("furniture.toml").read_text("utf-8"))
    assert set(data) == {"ar", "fa", "en"}
    for lists in data.values():
        assert set(lists) == {"buttons", "stamps", "labels", "openers", "links", "headings"}
        for words in lists.values():
            assert len(words) == len(set(words))
            assert all(word.strip() == word != "" for word in words)
