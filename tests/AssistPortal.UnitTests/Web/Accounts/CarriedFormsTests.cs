using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Options;
using Moq;

namespace AssistPortal.UnitTests.Web.Accounts;

public sealed class CarriedFormsTests
{
    private const string FormType = "application/x-www-form-urlencoded";

    private readonly CarriedForms carriedForms = New();

    [Theory]
    [InlineData("POST", FormType, "same-origin", null, true)]
    [InlineData("POST", "multipart/form-data; boundary=x", "same-origin", null, true)]
    [InlineData("POST", FormType, "same-site", "https://portal.example", false)]
    [InlineData("POST", FormType, "cross-site", "https://portal.example", false)]
    [InlineData("POST", FormType, "none", "https://portal.example", false)]
    [InlineData("POST", FormType, null, "https://portal.example", true)]
    [InlineData("POST", FormType, null, "http://portal.example", false)]
    [InlineData("POST", FormType, null, "https://evil.example", false)]
    [InlineData("POST", FormType, null, "null", false)]
    [InlineData("POST", FormType, null, null, false)]
    [InlineData("GET", FormType, "same-origin", null, false)]
    [InlineData("PUT", FormType, "same-origin", null, false)]
    [InlineData("POST", "application/json", "same-origin", null, false)]
    [InlineData("POST", null, "same-origin", null, false)]
    public void Only_a_form_of_the_portals_own_pages_is_carried(
        string method, string? contentType, string? fetchSite, string? origin, bool own)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.ContentType, request.Scheme, request.Host) =
            (method, contentType, "https", new HostString("portal.example"));
        request.Headers["Sec-Fetch-Site"] = fetchSite;
        request.Headers.Origin = origin;

        Assert.Equal(own, CarriedForms.IsOwnForm(request));
    }

    [Fact]
    public void A_form_is_read_field_by_field_and_its_token_is_none_of_them()
    {
        var form = CarriedForms.Read(
            "/assist/order",
            new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal)
            {
                ["Topic"] = "春季 <b>",
                ["Wish"] = new StringValues(["1", "2"]),
                ["Empty"] = "",
                ["__RequestVerificationToken"] = "secret",
            }));

        Assert.Equal(("/assist/order", "secret"), (form.Action, form.Token));
        Assert.Equal(
            [
                new CarriedField("Topic", "春季 <b>"),
                new CarriedField("Wish", "1"),
                new CarriedField("Wish", "2"),
                new CarriedField("Empty", ""),
            ],
            form.Fields);
    }

    [Fact]
    public void What_was_protected_is_opened_as_it_was()
    {
        var form = new CarriedForm("/assist/order?x=1", [new CarriedField("Topic", "春季\r\n\"launch\"")]);

        var opened = carriedForms.Open(carriedForms.Protect(form));

        Assert.Equal(form.Action, opened?.Action);
        Assert.Equal(form.Fields, opened?.Fields);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8AAAA")]
    [InlineData("not base64 at all \0")]
    public void Anything_else_is_no_form(string? carried) => Assert.Null(carriedForms.Open(carried));

    [Fact]
    public void A_form_that_was_tampered_with_or_is_anothers_is_none()
    {
        var form = new CarriedForm("/", [new CarriedField("a", "b")]);
        var carried = carriedForms.Protect(form);

        Assert.Null(carriedForms.Open(carried[..^4] + (carried.EndsWith('A') ? "BBBB" : "AAAA")));
        Assert.Null(carriedForms.Open(New().Protect(form)));
    }

    private static CarriedForms New() => new(
        new EphemeralDataProtectionProvider(), Mock.Of<IAntiforgery>(), Options.Create(new AntiforgeryOptions()));
}
