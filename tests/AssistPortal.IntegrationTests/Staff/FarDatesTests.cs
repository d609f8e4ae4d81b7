using System.Net;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>The first and last days of the calendar, beside which there is no other: the long fuzz found one.</summary>
public sealed class FarDatesTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    [Theory]
    [InlineData("/staff/orders?From={0}")]
    [InlineData("/staff/orders?To={0}")]
    [InlineData("/staff/orders/export?To={0}")]
    [InlineData("/staff/audit?From={0}")]
    [InlineData("/staff/audit?To={0}")]
    [InlineData("/staff/invoices?From={0}")]
    [InlineData("/staff/invoices?To={0}")]
    [InlineData("/staff/mail?From={0}")]
    [InlineData("/staff/mail?To={0}")]
    [InlineData("/staff/schedule?Date={0}")]
    [InlineData("/staff/producers/1/cover?From={0}&To={0}")]
    [InlineData("/staff/reports?From={0}&To={0}")]
    public async Task A_list_is_shown_or_the_date_refused(string address)
    {
        string[] days = address.Contains("reports", StringComparison.Ordinal)
            ? ["0001-01", "9999-12"]
            : ["0001-01-01", "9999-12-31"];
        foreach (var day in days)
        {
            var page = await staff.Browser.GetAsync(string.Format(null, address, day));
            Assert.True(page.Status < HttpStatusCode.InternalServerError, page.Describe());
        }
    }
}
