using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Managing;

/// <summary>Gives requests the address of a client; in the test's process they have none.</summary>
internal sealed class ClientAddresses : IStartupFilter
{
    public string Next { get; set; } = "192.0.2.1";

    public void Use(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, go) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(Next);
            return go(context);
        });
        next(app);
    };
}
