using AssistPortal.Assist;
using AssistPortal.Data;
using AssistPortal.Mail;
using AssistPortal.Mail.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Samples;
using AssistPortal.TestSupport;
using AssistPortal.Trials;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Messages;

/// <summary>The samples as the portal registers them. They touch no database.</summary>
public sealed class SampleMails : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddSingleton<IClock>(TestClock.AtStartOfDecember2026())
        .AddSingleton(new PortalAddress(new Uri("https://portal.example/")))
        .AddPortalData(Path.GetTempPath())
        .AddMail(Path.GetTempPath())
        .AddAccountMails()
        .AddAssist()
        .AddTrials()
        .BuildServiceProvider();

    private readonly IServiceScope scope;

    public SampleMails() => scope = services.CreateScope();

    public IReadOnlyList<IMailSample> All => [.. scope.ServiceProvider.GetServices<IMailSample>()];

    internal MailRenderer Renderer => services.GetRequiredService<MailRenderer>();

    public Instant Now => services.GetRequiredService<IClock>().GetCurrentInstant();

    public void Dispose()
    {
        scope.Dispose();
        services.Dispose();
    }
}
