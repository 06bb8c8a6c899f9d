using Dateline.Reading;

namespace Dateline.Tests.Reading;

public sealed class LanguageFinderTests
{
    private static string? Of(string text, string? told = null) => LanguageFinder.Of([text], told, LanguageModel.Embedded);

    [Theory]
    [InlineData("en", "The harbour office said that the northern quay would stay closed until the wall had been looked at.")]
    [InlineData("de", "Die Hafenbehörde rechnet damit, dass rund neuntausend Fahrgäste einen anderen Weg über die Meerenge finden müssen.")]
    [InlineData("es", "La oficina del puerto dijo que el muelle del norte seguirá cerrado hasta que se haya revisado el muro.")]
    [InlineData("fr", "La capitainerie a indiqué que le quai nord resterait fermé jusqu'à ce que le mur ait été examiné.")]
    [InlineData("it", "L'ufficio del porto ha detto che la banchina nord resterà chiusa finché il muro non sarà stato controllato.")]
    [InlineData("pt", "A capitania do porto disse que o cais norte não deverá abrir antes que o muro seja examinado pelas autoridades.")]
    [InlineData("pl", "Kapitanat portu poinformował, że północne nabrzeże pozostanie zamknięte do czasu sprawdzenia muru.")]
    [InlineData("cs", "Přístavní úřad uvedl, že severní nábřeží zůstane zavřené, dokud nebude zeď prohlédnuta.")]
    [InlineData("no", "Havnekontoret sier at den nordlige kaia skal være stengt til muren er undersøkt, og at ingen vet hvor lenge det tar.")]
    [InlineData("da", "Havnekontoret oplyser, at den nordlige kaj forbliver lukket, indtil muren er blevet undersøgt af myndighederne.")]
    [InlineData("id", "Kantor pelabuhan mengatakan bahwa dermaga utara akan tetap ditutup sampai tembok itu selesai diperiksa.")]
    [InlineData("vi", "Văn phòng cảng cho biết cầu cảng phía bắc sẽ tiếp tục đóng cửa cho đến khi bức tường được kiểm tra.")]
    [InlineData("ru", "В управлении порта сообщили, что северный причал останется закрытым до проверки стены.")]
    [InlineData("uk", "В управлінні порту повідомили, що північний причал залишиться зачиненим до перевірки стіни.")]
    [InlineData("bg", "От пристанището съобщиха, че северният кей ще остане затворен, докато стената бъде проверена.")]
    [InlineData("el", "Το λιμεναρχείο ανακοίνωσε ότι η βόρεια αποβάθρα θα παραμείνει κλειστή.")]
    [InlineData("ar", "قال مكتب الميناء إن الرصيف الشمالي سيبقى مغلقا حتى يتم فحص الجدار.")]
    [InlineData("fa", "دفتر بندر گفت که اسکله شمالی تا زمان بررسی دیوار بسته خواهد ماند و کسی پاسخگو نیست.")]
    [InlineData("he", "משרד הנמל מסר כי הרציף הצפוני יישאר סגור עד שהקיר ייבדק.")]
    [InlineData("hi", "बंदरगाह कार्यालय ने कहा कि दीवार की जांच होने तक उत्तरी घाट बंद रहेगा।")]
    [InlineData("th", "สำนักงานท่าเรือกล่าวว่าท่าเรือด้านเหนือจะยังคงปิดอยู่")]
    [InlineData("ja", "港の事務所は、壁の点検が終わるまで北側の岸壁を閉鎖すると発表した。")]
    [InlineData("ko", "항만 사무소는 벽을 점검할 때까지 북쪽 부두를 닫는다고 밝혔다.")]
    [InlineData("zh", "港口办公室表示，在墙体检查完毕之前，北码头将继续关闭。")]
    public void Single_sentence_is_known_by_its_letters(string language, string sentence) => Assert.Equal(language, Of(sentence));

    [Fact]
    public void Page_that_declares_another_language_is_not_believed() => Assert.Equal("de", Of("Die Hafenbehörde rechnet damit, dass rund neuntausend Fahrgäste einen anderen Weg über die Meerenge finden müssen.", "en-US"));

    [Fact]
    public void Declared_language_settles_what_is_close() => Assert.Equal("no", Of("Det er ikke en god dag for havnen.", "nb-NO"));

    [Fact]
    public void Page_without_letters_is_in_the_language_that_it_declares()
    {
        Assert.Equal("en", Of("12 + 30 = 42", "en"));
        Assert.Null(Of("12 + 30 = 42"));
        Assert.Null(LanguageFinder.Of([], null, LanguageModel.Embedded));
    }

    [Fact]
    public void Twelve_languages_in_latin_letters_are_known() => Assert.True(LanguageModel.Embedded.Languages.Length >= 12);
}
