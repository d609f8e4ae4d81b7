using AssistPortal.Assist;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.Data.Keys;
using AssistPortal.Mail;
using AssistPortal.Mail.Accounts;
using AssistPortal.Trials;
using AssistPortal.Web.Composition;
using AssistPortal.Web.Features.Errors;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using NodaTime;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalLogging();
var dataDirectory = PrivateFolder.Create(
    Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["Portal:DataDirectory"] ?? "App_Data"));
var cookies = Cookies.For(builder.Configuration);

builder.Services.AddSingleton<IClock>(SystemClock.Instance);
builder.Services.AddSingleton(cookies);
builder.Services.AddSingleton(PortalAddresses.From(builder.Configuration));
builder.Services.AddPortalDatabase(dataDirectory);
builder.Services.AddDataProtection().SetApplicationName("AssistPortal").PersistKeysToPortalDatabase();
builder.Services.AddPortalAccounts();
builder.Services.AddPortalRoles().AddPortalDemo();
builder.Services.AddMail(dataDirectory).AddAccountMails().AddAssist().AddTrials();
builder.Services.AddPortalWeb();
builder.AddPortalTelemetry();
cookies.Apply(builder.Services);

var app = builder.Build();
await app.PrepareDatabaseAsync();
app.AnnounceDemoAccounts();

app.UseKnownProxies();
app.UseSecurityHeaders();
app.UseResponseCompression();
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    ExceptionHandlingPath = "/error/500",
    StatusCodeSelector = FaultStatus.Of,
});
app.UseStatusCodePagesWithReExecute("/error/{0}");
if (cookies.Secure)
{
    app.UseHsts();
    app.UseHttpsRedirection();
}

app.UseNoStoreForPages();
app.UseRouting();
app.UseAuthentication();
app.UseRequestLocalization();
app.UseAuthorization();
app.MapStaticAssets().AllowAnonymous();
app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
app.MapHealthChecks("/health/ready").AllowAnonymous();
app.MapControllers().WithStaticAssets();

// Without it, somebody who is not signed in would be asked to for an address that does not exist.
app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
await app.RunAsync();

/// <summary>The web application, for tests that run it in their own process.</summary>
public sealed partial class Program;
