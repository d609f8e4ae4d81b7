using AssistPortal.Web.Features.Trials.Devices;

namespace AssistPortal.UnitTests.Web.Trials;

public sealed class CarrierLinkTests
{
    [Theory]
    [InlineData("+1 (555) 010-0199", "tel:+15550100199")]
    [InlineData("https://carrier.example/pick-up", "https://carrier.example/pick-up")]
    [InlineData("pickup@carrier.example", "mailto:pickup@carrier.example")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("Ask at the desk", null)]
    [InlineData("ftp://carrier.example/", null)]
    public void A_contact_leads_where_it_can_be_reached(string contact, string? link) =>
        Assert.Equal(link, CarrierLink.Of(contact));
}
