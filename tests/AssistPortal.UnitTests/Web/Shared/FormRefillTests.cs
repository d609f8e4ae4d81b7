using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AssistPortal.UnitTests.Web.Shared;

public sealed class FormRefillTests
{
    private const string Page = """
        <!DOCTYPE html><html lang="en"><body><header><input type="hidden" name="Version" form="f" value="1"></header>
        <main><details><summary>More</summary><form id="f" method="post" action="/a">
        <input name="__RequestVerificationToken" type="hidden" value="fresh">
        <input name="Name" value="before" data-label="Before">
        <input name="Password" type="password"><input name="File" type="file">
        <input name="Off" value="before" disabled>
        <input type="checkbox" name="Mark" value="yes" checked><input type="checkbox" name="Wish" value="2">
        <input type="radio" name="Way" value="a" checked><input type="radio" name="Way" value="b">
        <select name="Kind"><option value="x" selected>X</option><option value="y">Y</option></select>
        <textarea name="Text">
        before</textarea>
        <input type="hidden" name="Day" value="1"><input name="From" value="9:00">
        <input type="hidden" name="Day" value="2"><input name="From" value="10:00">
        </form></details><form method="post" action="/b"><input name="Name" value="other"></form></main></body></html>
        """;

    [Fact]
    public void Each_field_of_the_form_is_as_it_was_sent()
    {
        var form = Fill(new()
        {
            ["__Form"] = "#f", ["__RequestVerificationToken"] = "old", ["Version"] = "7", ["Name"] = "\"><script>春",
            ["Password"] = "secret", ["File"] = "a.csv", ["Off"] = "typed", ["Wish"] = "2", ["Way"] = "b",
            ["Kind"] = "y", ["Text"] = "\r\nfirst\r\n\r\nsecond </textarea>", ["Day"] = new(["1", "2"]),
            ["From"] = new(["8:00", ""]),
        });

        string?[] values =
        [
            ValueOf("[name=Version]"), ValueOf("main form:first-of-type [name=Name]"), ValueOf("[name=Off]"),
            ValueOf("[name=__RequestVerificationToken]"), ValueOf("[name=Password]"), ValueOf("[name=File]"),
            ValueOf("[name=From]"), ValueOf("[name=From] ~ [name=From]"),
        ];
        string?[] expected = ["7", "\"><script>春", "before", "fresh", null, null, "8:00", ""];
        Assert.Equal(expected.AsEnumerable(), values);
        Assert.Equal("\nfirst\n\nsecond </textarea>", form.QuerySelector("[name=Text]")!.TextContent);
        Assert.Equal(
            ["Wish", "Way b", "y"],
            form.QuerySelectorAll("[name=Mark][checked], [name=Wish][checked], [name=Way][checked], [selected]")
                .Select(item => item switch
                {
                    IHtmlInputElement { Type: "radio" } way => $"Way {way.Value}",
                    IHtmlInputElement box => box.Name,
                    _ => item.GetAttribute("value"),
                }));
        Assert.Equal("other", ValueOf("[action='/b'] [name=Name]"));
        Assert.Null(form.QuerySelector("[data-label]"));
        Assert.True(form.QuerySelector<IHtmlDetailsElement>("details")!.IsOpen);

        string? ValueOf(string selector) => form.QuerySelector(selector)!.GetAttribute("value");
    }

    [Theory]
    [InlineData("1", "2", "2")]
    [InlineData("2", "1")]
    [InlineData("1")]
    public void Rows_that_are_others_now_are_left_alone(params string[] days)
    {
        var page = Fill(new()
        {
            ["__Form"] = "#f", ["Name"] = "typed", ["Day"] = days, ["From"] = days.Select(_ => "8:00").ToArray(),
        });

        Assert.Equal(
            ["1", "9:00", "2", "10:00"],
            page.QuerySelectorAll("[name=Day], [name=From]").Select(item => item.GetAttribute("value")));
        Assert.Equal("typed", page.QuerySelector("#f [name=Name]")!.GetAttribute("value"));
    }

    [Fact]
    public void A_form_without_a_name_is_found_by_where_it_goes_and_one_that_is_gone_leaves_the_page_as_it_is()
    {
        var page = Fill(new() { ["__Form"] = "/b", ["Name"] = "typed" });
        Assert.Equal(
            ["before", "typed"], page.QuerySelectorAll("main [name=Name]").Select(item => item.GetAttribute("value")));

        Assert.Null(FormRefill.Fill(Page, new FormCollection(new() { ["__Form"] = "/c", ["Name"] = "typed" })));
    }

    [Fact]
    public void A_form_as_it_was_shown_is_none_that_somebody_typed_in()
    {
        var shown = new Dictionary<string, StringValues>
        {
            ["__Form"] = "#f", ["__RequestVerificationToken"] = "old", ["Version"] = "0", ["Name"] = " before ",
            ["Password"] = "secret", ["Mark"] = "yes", ["Way"] = "a", ["Kind"] = "x", ["Text"] = "before\r\n",
            ["Day"] = new(["1", "2"]), ["From"] = new(["9:00", "10:00"]), ["Gone"] = "typed",
        };
        Assert.Null(FormRefill.Fill(Page, new FormCollection(shown)));
        Assert.False(FormRefill.IsTypedIn(Page, new FormCollection(shown)));

        foreach (var (field, value) in new (string, StringValues)[]
        {
            ("Name", ""), ("Name", "after"), ("Mark", default), ("Wish", "2"), ("Way", "b"), ("Kind", "y"),
            ("Text", "before\n\nafter"), ("From", new(["9:00", "11:00"])), ("From", "10:00"), ("__Form", "#gone"),
        })
        {
            Assert.True(FormRefill.IsTypedIn(Page, new FormCollection(new(shown) { [field] = value })), field);
        }
    }

    private static IHtmlDocument Fill(Dictionary<string, StringValues> typed) =>
        new HtmlParser().ParseDocument(FormRefill.Fill(Page, new FormCollection(typed))!);
}
