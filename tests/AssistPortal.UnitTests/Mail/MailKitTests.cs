#if FULL_FEED
using AssistPortal.Mail;
using AssistPortal.Mail.MailKit;
using AssistPortal.Mail.Smtp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.UnitTests.Mail;

public sealed class MailKitContractTests : SmtpContractTests
{
    public MailKitContractTests(SmtpServerOfClass server)
        : base(server) => Testbed.Connector = MailKitClient.NewConnector;
}

public sealed class MailKitFaultTests : SmtpFaultTests
{
    public MailKitFaultTests() => Testbed.Connector = MailKitClient.NewConnector;
}

public sealed class MailKitConnectionTests : SmtpConnectionTests
{
    public MailKitConnectionTests() => Testbed.Connector = MailKitClient.NewConnector;
}

internal static class MailKitClient
{
    public static ISmtpConnector NewConnector(IOptions<MailOptions> options) => new ServiceCollection()
        .AddSingleton<IClock>(SystemClock.Instance)
        .AddSingleton(options)
        .AddMailKitTransport()
        .BuildServiceProvider()
        .GetRequiredService<ISmtpConnector>();
}
#endif
