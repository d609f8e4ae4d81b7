using AssistPortal.Assist;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail;
using AssistPortal.Mail.Accounts;
using AssistPortal.Trials;
using AssistPortal.Web.Composition;
using AssistPortal.Web.Features.Accounts.SingleSignOn;
using AssistPortal.Web.Maintenance;

var words = CommandLine.Read(args);
if (words.Fault is not null)
{
    return words.TellFault();
}

using var log = PortalLogging.Begin();
var isRunning = false;
try
{
    var builder = WebApplication.CreateBuilder(words.Settings);
    var configuration = builder.Configuration;
    var wrong = new WrongSettings();
    wrong.Note(() => builder.AddPortalLogging(log));
    var dataDirectory = wrong.Note(
        () => PrivateFolder.Create(
            Path.Combine(builder.Environment.ContentRootPath, configuration["Portal:DataDirectory"] ?? "App_Data")),
        otherwise: "");

    wrong.Note(() => ListeningAddresses.Check(configuration));
    wrong.Note(() => Proxies.Check(configuration));
    wrong.Note(() => _ = DemoSetting.IsOn(configuration));
    wrong.Note(builder.AddPortalClock);
    builder.Services.AddSingleton(wrong.Note(() => PortalAddresses.From(configuration), PortalAddresses.None));
    builder.Services.AddPortalData(dataDirectory);
    wrong.Note(builder.AddPortalKeys);
    builder.Services.AddPortalAccounts();
    builder.Services.AddPortalRoles().AddPortalDemo();
    builder.Services.AddMail(dataDirectory).AddAccountMails().AddAssist().AddTrials();
    builder.Services.AddPortalWeb().AddPortalHealth(dataDirectory).AddCookies(CookieSetup.CookiesFor(configuration));
    builder.Services.AddHostedService<FirstAdministratorCode>();
    builder.AddSingleSignOn();
    builder.AddPortalTelemetry();

    var app = builder.Build();
    wrong.ThrowIfAny(app.Services);
    await using var disposed = app;
    if (words.Command is { } command)
    {
        return await MaintenanceCommands.RunAsync(command, app.Services);
    }

    app.UsePortal();
    await app.PrepareDatabaseAsync();
    app.AnnounceDemoAccounts();
    app.Lifetime.ApplicationStarted.Register(() => isRunning = true);
    await app.RunToEndAsync();
    return 0;
}
catch (Exception failure) when (StartFailure.IsToBeTold(failure))
{
    return StartFailure.Tell(failure, isRunning, log);
}

/// <summary>The web application, for tests that run it in their own process.</summary>
public sealed partial class Program;
