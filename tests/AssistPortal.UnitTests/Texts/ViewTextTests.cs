using AssistPortal.UnitTests.Architecture;

namespace AssistPortal.UnitTests.Texts;

public sealed class ViewTextTests
{
    [Fact]
    public void Views_hold_no_text_outside_the_resources()
    {
        var views = Repository.Sources(".cshtml");

        Assert.True(views.Count > 20, "Views are found.");
        Assert.Empty(views.SelectMany(ViewReader.TextsOf));
    }

    [Theory]
    [InlineData("<p>Hello</p>", "Hello")]
    [InlineData("<p>@T[\"Key\"] tail</p>", "tail")]
    [InlineData("@if (x) { <p>Yes</p> } else { <p>No</p> }", "Yes", "No")]
    [InlineData("@foreach (var a in b)\n{\n var c = a[\"x\"];\n <li>@c.D(\"e\").F of</li>\n}", "of")]
    [InlineData("@switch (k)\n{\n case A.B:\n <b>One</b>\n break;\n default:\n <b>@x</b>\n break;\n}", "One")]
    [InlineData("<img alt=\"Logo\" src=\"logo.svg\"><br>", "Logo")]
    [InlineData("<input placeholder=\"@T[\"a\"] or so\" class=\"btn btn-primary\" />", "or so")]
    [InlineData("<field for=\"Input.Topic\" label=\"Topic\" hint=\"@T[\"Hint\"]\" />", "Topic")]
    [InlineData("@section Scripts {\n <p>Text</p>\n}", "Text")]
    [InlineData("@if (x)\n{\n @:<html lang=\"@y\"> Words\n}\nelse\n{\n @:<html>\n}\n<b>@z</b>\n</html>", "Words")]
    [InlineData("@* Comment *@<!-- other --><script>let text;</script><p>–&nbsp;·: 1</p>")]
    [InlineData(
        "@model Page\n@using A.B\n@{\n var x = \"text\";\n string F(int a) => $\"{a} text\";\n}\n<p>@x @(a ? \"text\" "
            + ": b) @await C(\"d\")</p>")]
    [InlineData("<a href=\"mailto:@Model\" aria-current=\"@(a ? \"page\" : null)\">@Model!.Name</a>")]
    public void The_reader_tells_text_from_code(string view, params string[] texts) =>
        Assert.Equal(
            texts.Select(text => text),
            ViewReader
                .TextsOf(new SourceFile("src/x.cshtml", view))
                .Select(text => text[(text.LastIndexOf(": ", StringComparison.Ordinal) + 2)..]));
}
