using AssistPortal.Data.Time;
using AssistPortal.Web.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.UnitTests.Web.Composition;

/// <summary>The setting by which people see beforehand what time will do.</summary>
public sealed class PortalClockTests
{
    [Theory]
    [InlineData("P24D", 24 * 24)]
    [InlineData("PT36H", 36)]
    [InlineData(" P1DT1H ", 25)]
    [InlineData("PT0S", 0)]
    [InlineData(null, 0)]
    public void It_shifts_what_the_domain_calls_now_and_nothing_else(string? offset, int hours)
    {
        using var services = Services(offset, "Development");

        var real = services.GetRequiredKeyedService<IClock>(Clocks.Real).GetCurrentInstant();
        var shift = services.GetRequiredService<IClock>().GetCurrentInstant() - real;

        Assert.InRange(shift - Duration.FromHours(hours), Duration.Zero, Duration.FromMinutes(5));
        Assert.InRange(real - SystemClock.Instance.GetCurrentInstant(), -Duration.FromMinutes(5), Duration.Zero);
    }

    [Theory]
    [InlineData("P-1D")]
    [InlineData("-P1D")]
    [InlineData("24 days")]
    [InlineData("P1M")]
    [InlineData("P1000000D")]
    public void What_is_no_duration_or_leads_back_is_refused_with_an_example(string offset)
    {
        var refusal = Assert.Throws<PortalStartException>(() => Services(offset, "Development"));

        Assert.Contains("Clock:Offset", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("P24D", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_Production_the_clock_is_not_shifted()
    {
        var refusal = Assert.Throws<PortalStartException>(() => Services("P24D", "Production"));

        Assert.Contains("Production", refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(string? offset, string environment)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration["Clock:Offset"] = offset;
        builder.AddPortalClock();
        return builder.Services.BuildServiceProvider();
    }
}
