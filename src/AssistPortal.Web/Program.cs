using AssistPortal.Assist;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail;
using AssistPortal.Mail.Accounts;
using AssistPortal.Trials;
using AssistPortal.Web.Composition;
using AssistPortal.Web.Features.Accounts.SingleSignOn;
using Microsoft.AspNetCore.DataProtection;

using var log = PortalLogging.Begin();
try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddPortalLogging(log);
    var dataDirectory = PrivateFolder.Create(
        Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["Portal:DataDirectory"] ?? "App_Data"));

    builder.AddPortalClock();
    builder.Services.AddSingleton(PortalAddresses.From(builder.Configuration));
    builder.Services.AddPortalData(dataDirectory);
    builder.Services.AddDataProtection().SetApplicationName("AssistPortal").PersistKeysToDbContext<PortalDbContext>();
    builder.Services.AddPortalAccounts();
    builder.Services.AddPortalRoles().AddPortalDemo();
    builder.Services.AddMail(dataDirectory).AddAccountMails().AddAssist().AddTrials();
    builder.Services.AddPortalWeb().AddCookies(CookieSetup.CookiesFor(builder.Configuration));
    builder.AddSingleSignOn();
    builder.AddPortalTelemetry();

    var app = builder.Build();
    app.UsePortal();
    await app.PrepareDatabaseAsync();
    app.AnnounceDemoAccounts();
    await app.RunAsync();
    return 0;
}
catch (Exception failure) when (StartFailure.IsToBeTold(failure))
{
    return StartFailure.Tell(failure, log);
}

/// <summary>The web application, for tests that run it in their own process.</summary>
public sealed partial class Program;
