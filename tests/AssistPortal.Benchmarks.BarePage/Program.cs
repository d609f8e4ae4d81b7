using Microsoft.AspNetCore.Mvc.Razor;

// A bare ASP.NET Core MVC page: controller, Razor view with a model and a layout, nothing else. What step 1 is
// measured against, as a process of its own.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddControllersWithViews();
builder.Services.Configure<RazorViewEngineOptions>(options =>
{
    options.ViewLocationFormats.Clear();
    options.ViewLocationFormats.Add("/Views/{0}.cshtml");
});

var app = builder.Build();
app.MapControllers();
await app.RunAsync();
